<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bg" sourcelanguage="en">
<context>
    <name>FilterExpression</name>
    <message>
        <source>“%1” is not a value of “%2”; it may be one of: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a port; ports are whole numbers from 0 to 65535, for example port:22,80 or port:3000-4000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range %1-%2 runs backwards; the smaller port comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a process id; it is a whole number, for example pid:812.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quotation mark opened here is not closed; add another one where the text ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A “-” leaves out what the term after it finds; write the term right behind it, for example -user:root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing between these quotation marks; write the text to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key “%1”; the keys are %2. Put the term in quotation marks to look for it as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1:” needs a value right behind the colon, for example %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portolan::Evidence</name>
    <message>
        <source>observed</source>
        <comment>how a fact is known</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferred</source>
        <comment>how a fact is known</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knowledge</source>
        <comment>how a fact is known</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is registered for this very service: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known to use this port: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its program is installed where only the administrator can write: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service manager started it as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel itself opened the socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs in the container %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A script or development tool of the person who started it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passing UDP port, as programs open them to ask a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its program was put there by hand, not by the system: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its owner cannot be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its owner is concluded from the control group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its program file was deleted after it started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its program file was replaced since it started, as an upgrade does; a restart is pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs from a temporary folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs from a hidden folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs from memory; there is no program file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It bears a kernel thread&apos;s name, %1, but runs a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It bears a well-known daemon&apos;s name, %1, but runs from another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port&apos;s registration, %1, exists on paper only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port lies where malware is known to have listened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing known uses this port today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be reached from the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only programs on this machine can reach it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portolan::Owner</name>
    <message>
        <source>Concluded from the socket&apos;s control group, %1: this is the one process in it that fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concluded from the socket&apos;s control group, %1, which holds several processes. The likeliest comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The socket belongs to the control group %1. Its processes could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to the user %1. The system shows the process to that user and to the administrator only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened by the kernel itself; no process holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process ended while Portolan looked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by a process that cannot be seen from here, for example inside a container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the processes that can be seen from here holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search for its process was cut short.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portolan::SingleInstance</name>
    <message>
        <source>There is no folder that only you can open for finding a window that is already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lock file in %1 could not be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window that is already there does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portolan::Snapshot</name>
    <message>
        <source>The kernel&apos;s tables changed during every attempt to read them; some listeners may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel&apos;s socket interface (netlink) was refused; /proc/net is read instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the tables in /proc/net could not be read; some listeners may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/proc could not be read; owners are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of other users&apos; processes may not be read without privileges; their owners are inferred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/proc is mounted with hidepid; other users&apos; processes cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unified control group tree is mounted; owners cannot be inferred.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portolan::Verdict</name>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfamiliar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Investigate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
