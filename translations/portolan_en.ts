<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>Registrations (%n)</source>
        <translation>
            <numerusform>Registrations (%n)</numerusform>
            <numerusform>Registrations (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notes (%n)</source>
        <translation>
            <numerusform>Notes (%n)</numerusform>
            <numerusform>Notes (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listening</source>
        <translation>
            <numerusform>%n listening</numerusform>
            <numerusform>%n listening</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reachable from outside</source>
        <translation>
            <numerusform>%n reachable from outside</numerusform>
            <numerusform>%n reachable from outside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to investigate</source>
        <translation>
            <numerusform>%n to investigate</numerusform>
            <numerusform>%n to investigate</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message numerus="yes">
        <source>%1 · %n process(es)</source>
        <translation>
            <numerusform>%1 · %n process</numerusform>
            <numerusform>%1 · %n processes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>listening</source>
        <comment>after a number of listeners</comment>
        <translation>
            <numerusform>listening</numerusform>
            <numerusform>listening</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reachable from outside this machine</source>
        <comment>after a number of listeners</comment>
        <translation>
            <numerusform>reachable from outside this machine</numerusform>
            <numerusform>reachable from outside this machine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>to investigate</source>
        <comment>after a number of listeners</comment>
        <translation>
            <numerusform>to investigate</numerusform>
            <numerusform>to investigate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unfamiliar</source>
        <comment>after a number of listeners</comment>
        <translation>
            <numerusform>unfamiliar</numerusform>
            <numerusform>unfamiliar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s).</source>
        <translation>
            <numerusform>%n listener.</numerusform>
            <numerusform>%n listeners.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can be reached from outside this machine.</source>
        <translation>
            <numerusform>%n can be reached from outside this machine.</numerusform>
            <numerusform>%n can be reached from outside this machine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look first at %1 and %n more.</source>
        <translation>
            <numerusform>Look first at %1 and %n more.</numerusform>
            <numerusform>Look first at %1 and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::AcceptDialog</name>
    <message numerus="yes">
        <source>%n listener(s) are here now.</source>
        <translation>
            <numerusform>%n listener is here now.</numerusform>
            <numerusform>%n listeners are here now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They take the place of the %n listener(s) accepted until %1; you can go back to those.</source>
        <translation>
            <numerusform>They take the place of the one listener accepted until %1; you can go back to it.</numerusform>
            <numerusform>They take the place of the %n listeners accepted until %1; you can go back to those.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them call(s) for a look. Only what you tick here is accepted too:</source>
        <translation>
            <numerusform>%n of them calls for a look. It is accepted only if you tick it here:</numerusform>
            <numerusform>%n of them call for a look. Only those that you tick here are accepted:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Accept %n listener(s)</source>
        <translation>
            <numerusform>&amp;Accept %n listener</numerusform>
            <numerusform>&amp;Accept %n listeners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::BaselineController</name>
    <message numerus="yes">
        <source>%n listener(s) are not as you accepted them.</source>
        <translation>
            <numerusform>%n listener is not as you accepted it.</numerusform>
            <numerusform>%n listeners are not as you accepted them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s) are accepted as normal.</source>
        <translation>
            <numerusform>%n listener is accepted as normal.</numerusform>
            <numerusform>%n listeners are accepted as normal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is here now is accepted as normal: %n listener(s).</source>
        <translation>
            <numerusform>What is here now is accepted as normal: %n listener.</numerusform>
            <numerusform>What is here now is accepted as normal: %n listeners.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::BaselineDialog</name>
    <message numerus="yes">
        <source>%n listener(s) are accepted as normal.</source>
        <translation>
            <numerusform>%n listener is accepted as normal.</numerusform>
            <numerusform>%n listeners are accepted as normal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is not as it was accepted.</source>
        <translation>
            <numerusform>%n of them is not as it was accepted.</numerusform>
            <numerusform>%n of them are not as they were accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is not here now.</source>
        <translation>
            <numerusform>%n of them is not here now.</numerusform>
            <numerusform>%n of them are not here now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>until %1: %n listener(s)</source>
        <comment>an earlier baseline</comment>
        <translation>
            <numerusform>until %1: %n listener</numerusform>
            <numerusform>until %1: %n listeners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::Comparison</name>
    <message numerus="yes">
        <source>%n port(s) opened</source>
        <translation>
            <numerusform>%n port opened</numerusform>
            <numerusform>%n ports opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (%n of them to investigate)</source>
        <translation>
            <numerusform> (%n of them to investigate)</numerusform>
            <numerusform> (%n of them to investigate)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) closed</source>
        <translation>
            <numerusform>%n port closed</numerusform>
            <numerusform>%n ports closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) got another owner</source>
        <translation>
            <numerusform>%n port got another owner</numerusform>
            <numerusform>%n ports got another owner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) can be reached by more of the world</source>
        <translation>
            <numerusform>%n port can be reached by more of the world</numerusform>
            <numerusform>%n ports can be reached by more of the world</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) can be reached by less of the world</source>
        <translation>
            <numerusform>%n port can be reached by less of the world</numerusform>
            <numerusform>%n ports can be reached by less of the world</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) got another verdict</source>
        <translation>
            <numerusform>%n port got another verdict</numerusform>
            <numerusform>%n ports got another verdict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) got other addresses</source>
        <translation>
            <numerusform>%n port got other addresses</numerusform>
            <numerusform>%n ports got other addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::ConnectionState</name>
    <message numerus="yes">
        <source>%Ln established</source>
        <translation>
            <numerusform>%Ln established</numerusform>
            <numerusform>%Ln established</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connected</source>
        <translation>
            <numerusform>%Ln connected</numerusform>
            <numerusform>%Ln connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being opened</source>
        <translation>
            <numerusform>%Ln being opened</numerusform>
            <numerusform>%Ln being opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln closed by the other side</source>
        <translation>
            <numerusform>%Ln closed by the other side</numerusform>
            <numerusform>%Ln closed by the other side</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln closing</source>
        <translation>
            <numerusform>%Ln closing</numerusform>
            <numerusform>%Ln closing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln closed a moment ago</source>
        <translation>
            <numerusform>%Ln closed a moment ago</numerusform>
            <numerusform>%Ln closed a moment ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::ConnectionsView</name>
    <message numerus="yes">
        <source>Read every %n s, since it takes so long.</source>
        <translation>
            <numerusform>Read every %n s, since it takes so long.</numerusform>
            <numerusform>Read every %n s, since it takes so long.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) to this port</source>
        <translation>
            <numerusform>%Ln connection to this port</numerusform>
            <numerusform>%Ln connections to this port</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s) of its process</source>
        <translation>
            <numerusform>%Ln other of its process</numerusform>
            <numerusform>%Ln others of its process</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::ExplanationText</name>
    <message numerus="yes">
        <source>and %n more address(es)</source>
        <translation>
            <numerusform>and %n more address</numerusform>
            <numerusform>and %n more addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processes hold the socket.</source>
        <translation>
            <numerusform>%n process holds the socket.</numerusform>
            <numerusform>%n processes hold the socket.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::ExportDialog</name>
    <message numerus="yes">
        <source>All %n listener(s)</source>
        <translation>
            <numerusform>The %n listener</numerusform>
            <numerusform>All %n listeners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n filtered</source>
        <translation>
            <numerusform>The %n filtered</numerusform>
            <numerusform>The %n filtered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n selected</source>
        <translation>
            <numerusform>The %n selected</numerusform>
            <numerusform>The %n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::HistoryHoldersChart</name>
    <message numerus="yes">
        <source>Port %1: %n owner(s) in this time.</source>
        <translation>
            <numerusform>Port %1: %n owner in this time.</numerusform>
            <numerusform>Port %1: %n owners in this time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::HistorySettingsDialog</name>
    <message numerus="yes">
        <source>“%1” holds %n event(s) since %2 and takes %3.</source>
        <translation>
            <numerusform>“%1” holds %n event since %2 and takes %3.</numerusform>
            <numerusform>“%1” holds %n events since %2 and takes %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::HistoryView</name>
    <message numerus="yes">
        <source>%n event(s) since %1, %2 on the disk.</source>
        <translation>
            <numerusform>%n event since %1, %2 on the disk.</numerusform>
            <numerusform>%n events since %1, %2 on the disk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::HistoryWords</name>
    <message numerus="yes">
        <source>%n listener(s) were there.</source>
        <translation>
            <numerusform>%n listener was there.</numerusform>
            <numerusform>%n listeners were there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::InspectorWords</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) do not fit</source>
        <translation>
            <numerusform>%n thing does not fit</numerusform>
            <numerusform>%n things do not fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::Knowledge</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::ListenerTable</name>
    <message numerus="yes">
        <source>Accept %n listener(s) as normal</source>
        <translation>
            <numerusform>Accept %n listener as normal</numerusform>
            <numerusform>Accept %n listeners as normal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::OwnNoteDialog</name>
    <message numerus="yes">
        <source>The note is too long by %n character(s).</source>
        <translation>
            <numerusform>The note is too long by %n character.</numerusform>
            <numerusform>The note is too long by %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::OwnNotesImportDialog</name>
    <message numerus="yes">
        <source>%n note(s) will be added.</source>
        <translation>
            <numerusform>%n note will be added.</numerusform>
            <numerusform>%n notes will be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your notes will be replaced, because they are about the same.</source>
        <translation>
            <numerusform>%n of your notes will be replaced, because it is about the same.</numerusform>
            <numerusform>%n of your notes will be replaced, because they are about the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are the same already.</source>
        <translation>
            <numerusform>%n note is the same already.</numerusform>
            <numerusform>%n notes are the same already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to “Was this useful?” will be taken over.</source>
        <translation>
            <numerusform>%n answer to “Was this useful?” will be taken over.</numerusform>
            <numerusform>%n answers to “Was this useful?” will be taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::OwnerFacts</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::PortAnswer</name>
    <message numerus="yes">
        <source>It is valid for %1 and %n more name(s).</source>
        <translation>
            <numerusform>It is valid for %1 and %n more name.</numerusform>
            <numerusform>It is valid for %1 and %n more names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) were sent.</source>
        <translation>
            <numerusform>%n certificate was sent.</numerusform>
            <numerusform>%n certificates were sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::PortMapCanvas</name>
    <message numerus="yes">
        <source>%1 · and %n more</source>
        <comment>what one listener is, and how many others the port has</comment>
        <translation>
            <numerusform>%1 · and %n more</numerusform>
            <numerusform>%1 · and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::RegistryModel</name>
    <message numerus="yes">
        <source>● %n port(s)</source>
        <translation>
            <numerusform>● %n port</numerusform>
            <numerusform>● %n ports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::RegistryUpdateDialog</name>
    <message numerus="yes">
        <source>“%1” holds a registry of %n row(s).</source>
        <translation>
            <numerusform>“%1” holds a registry of %n row.</numerusform>
            <numerusform>“%1” holds a registry of %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” holds the registry as of %2: %n row(s).</source>
        <translation>
            <numerusform>“%1” holds the registry as of %2: %n row.</numerusform>
            <numerusform>“%1” holds the registry as of %2: %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In use: %1 · %n row(s)</source>
        <comment>a registry</comment>
        <translation>
            <numerusform>In use: %1 · %n row</numerusform>
            <numerusform>In use: %1 · %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n &amp;added</source>
        <translation>
            <numerusform>+ %n &amp;added</numerusform>
            <numerusform>+ %n &amp;added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>− %n &amp;removed</source>
        <translation>
            <numerusform>− %n &amp;removed</numerusform>
            <numerusform>− %n &amp;removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>~ %n c&amp;hanged</source>
        <translation>
            <numerusform>~ %n c&amp;hanged</numerusform>
            <numerusform>~ %n c&amp;hanged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::RegistryView</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In use: %1 · %n row(s)</source>
        <comment>a registry</comment>
        <translation>
            <numerusform>In use: %1 · %n row</numerusform>
            <numerusform>In use: %1 · %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::StopWords</name>
    <message numerus="yes">
        <source>%n other process(es) hold the same socket. Only the leader is asked: most servers then end their workers, but workers that go on keep the port open.</source>
        <translation>
            <numerusform>%n other process holds the same socket. Only the leader is asked: most servers then end their workers, but a worker that goes on keeps the port open.</numerusform>
            <numerusform>%n other processes hold the same socket. Only the leader is asked: most servers then end their workers, but workers that go on keep the port open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s) will go:</source>
        <translation>
            <numerusform>%n listener will go:</numerusform>
            <numerusform>%n listeners will go:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::SummaryBar</name>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; listening</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; listening</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; listening</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; reachable from the network</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; reachable from the network</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; reachable from the network</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; to investigate</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; to investigate</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; to investigate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; new since start</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; new since start</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; new since start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n owner(s) inferred</source>
        <translation>
            <numerusform>%n owner inferred</numerusform>
            <numerusform>%n owners inferred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n owner(s) inferred without privileges</source>
        <translation>
            <numerusform>%n owner inferred without privileges</numerusform>
            <numerusform>%n owners inferred without privileges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; changed since accepted</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; changed since accepted</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; changed since accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; new since the baseline</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; new since the baseline</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; new since the baseline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::VerdictBox</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::VerdictRule</name>
    <message numerus="yes">
        <source>What speaks against it adds up to %n point(s); three call for a look.</source>
        <translation>
            <numerusform>What speaks against it adds up to %n point; three call for a look.</numerusform>
            <numerusform>What speaks against it adds up to %n points; three call for a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What speaks against it adds up to %n point(s). Where the network can reach a port, two call for a look.</source>
        <translation>
            <numerusform>What speaks against it adds up to %n point. Where the network can reach a port, two call for a look.</numerusform>
            <numerusform>What speaks against it adds up to %n points. Where the network can reach a port, two call for a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What speaks against it adds up to %n point(s). That alone does not call for a look: three would, or two where the network can reach the port.</source>
        <translation>
            <numerusform>What speaks against it adds up to %n point. That alone does not call for a look: three would, or two where the network can reach the port.</numerusform>
            <numerusform>What speaks against it adds up to %n points. That alone does not call for a look: three would, or two where the network can reach the port.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What speaks against it adds up to %n point(s), and you accepted it as normal as it is. Once it changes, the points count again.</source>
        <translation>
            <numerusform>What speaks against it adds up to %n point, and you accepted it as normal as it is. Once it changes, the points count again.</numerusform>
            <numerusform>What speaks against it adds up to %n points, and you accepted it as normal as it is. Once it changes, the points count again.</numerusform>
        </translation>
    </message>
</context>
</TS>
