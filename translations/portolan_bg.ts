<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bg" sourcelanguage="en">
<context>
    <name>AskText</name>
    <message>
        <source>It said: </source>
        <translation>Каза: </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Tells what listens now and is not in the baseline; exits with 1 when anything does.</source>
        <translation>Показва какво слуша сега и го няма в приетата норма; ако има такова, завършва с код 1.</translation>
    </message>
    <message>
        <source>The baseline is missing; for example: portolan-cli check --baseline normal.json.</source>
        <translation>Липсва приетата норма; например: portolan-cli check --baseline normal.json.</translation>
    </message>
    <message>
        <source>Everything that listens is in the baseline.</source>
        <translation>Всичко, което слуша, е в приетата норма.</translation>
    </message>
    <message>
        <source>The picture is incomplete: some listeners may be missing.</source>
        <translation>Картината е непълна: възможно е да липсват слушащи портове.</translation>
    </message>
    <message>
        <source>Tells what differs between two snapshots; exits with 1 when anything does.</source>
        <translation>Показва разликите между две снимки; ако има такива, завършва с код 1.</translation>
    </message>
    <message>
        <source>A snapshot as “list --json” writes it.</source>
        <translation>Снимка във вида, в който я пише „list --json“.</translation>
    </message>
    <message>
        <source>A later one; without it, what listens now.</source>
        <translation>По-късна снимка; без нея – това, което слуша сега.</translation>
    </message>
    <message>
        <source>Writes JSON.</source>
        <translation>Извежда JSON.</translation>
    </message>
    <message>
        <source>Standard output could not be written: %1. Free some space or write elsewhere.</source>
        <translation>Стандартният изход не можа да бъде записан: %1. Освободете място или изберете друго място.</translation>
    </message>
    <message>
        <source>Tells what is known of a port, offline.</source>
        <translation>Казва какво се знае за даден порт, без връзка с мрежата.</translation>
    </message>
    <message>
        <source>0 to 65535, alone or with /tcp or /udp.</source>
        <translation>от 0 до 65535, самостоятелно или с /tcp или /udp.</translation>
    </message>
    <message>
        <source>A port is missing; for example: portolan-cli explain 3155/tcp.</source>
        <translation>Липсва порт; например: portolan-cli explain 3155/tcp.</translation>
    </message>
    <message>
        <source>“%1” is not a port; give a whole number from 0 to 65535, alone or with /tcp or /udp, for example 3155/tcp.</source>
        <translation>„%1“ не е порт; посочете цяло число от 0 до 65535, самостоятелно или с /tcp или /udp, например 3155/tcp.</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Порт %1</translation>
    </message>
    <message>
        <source>THE MAP</source>
        <translation>КАРТАТА</translation>
    </message>
    <message>
        <source>MARKS</source>
        <translation>ОТМЕТКИ</translation>
    </message>
    <message>
        <source>low confidence</source>
        <translation>ниска достоверност</translation>
    </message>
    <message>
        <source>medium confidence</source>
        <translation>средна достоверност</translation>
    </message>
    <message>
        <source>high confidence</source>
        <translation>висока достоверност</translation>
    </message>
    <message>
        <source>KNOWN USES</source>
        <translation>ИЗВЕСТНИ УПОТРЕБИ</translation>
    </message>
    <message>
        <source>ports %1-%2</source>
        <translation>портове %1–%2</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Източник: %1</translation>
    </message>
    <message>
        <source>Source: %1, %2</source>
        <translation>Източник: %1, %2</translation>
    </message>
    <message>
        <source>AROUND %1</source>
        <translation>ОКОЛО %1</translation>
    </message>
    <message>
        <source>Registered nearby: %1</source>
        <translation>Регистрирани наблизо: %1</translation>
    </message>
    <message>
        <source>CHECK IT YOURSELF</source>
        <translation>ПРОВЕРЕТЕ САМИ</translation>
    </message>
    <message>
        <source>WHY IT MATTERS</source>
        <translation>ЗАЩО Е ВАЖНО</translation>
    </message>
    <message>
        <source>WHAT TO DO</source>
        <translation>КАКВО ДА НАПРАВИТЕ</translation>
    </message>
    <message>
        <source>Writes everything that is known of all ports.</source>
        <translation>Извежда всичко, което се знае за всички портове.</translation>
    </message>
    <message numerus="yes">
        <source>Registrations (%n)</source>
        <translation>
            <numerusform>Регистрации (%n)</numerusform>
            <numerusform>Регистрации (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>(reserved)</source>
        <translation>(запазен)</translation>
    </message>
    <message>
        <source>(unassigned)</source>
        <translation>(неразпределен)</translation>
    </message>
    <message numerus="yes">
        <source>Notes (%n)</source>
        <translation>
            <numerusform>Бележки (%n)</numerusform>
            <numerusform>Бележки (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists what listens now.</source>
        <translation>Изброява какво слуша сега.</translation>
    </message>
    <message>
        <source>Writes the snapshot format (JSON).</source>
        <translation>Извежда снимка (JSON).</translation>
    </message>
    <message>
        <source>Writes comma-separated values (RFC 4180).</source>
        <translation>Извежда стойности, разделени със запетаи (RFC 4180).</translation>
    </message>
    <message>
        <source>Lists only what matches, for example “port:3000-4000 -user:root”.</source>
        <translation>Изброява само отговарящото на филтъра, например „port:3000-4000 -user:root“.</translation>
    </message>
    <message>
        <source>--json and --csv exclude each other; give one of them.</source>
        <translation>--json и --csv взаимно се изключват; посочете едното.</translation>
    </message>
    <message>
        <source>--filter, at character %1 (^ in “%2^%3”): %4</source>
        <translation>--filter, при знак %1 (^ в „%2^%3“): %4</translation>
    </message>
    <message>
        <source>Only what matches the filter “%1”.</source>
        <translation>Само отговарящото на филтъра „%1“.</translation>
    </message>
    <message>
        <source>PORT</source>
        <translation>ПОРТ</translation>
    </message>
    <message>
        <source>PROTO</source>
        <translation>ПРОТОКОЛ</translation>
    </message>
    <message>
        <source>VERDICT</source>
        <translation>ОЦЕНКА</translation>
    </message>
    <message>
        <source>REGISTERED</source>
        <translation>ПО РЕГИСТЪРА</translation>
    </message>
    <message>
        <source>OWNER</source>
        <translation>СОБСТВЕНИК</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>USER</source>
        <translation>ПОТРЕБИТЕЛ</translation>
    </message>
    <message>
        <source>REACHABLE</source>
        <translation>ДОСТЪПЕН</translation>
    </message>
    <message>
        <source>ADDRESSES</source>
        <translation>АДРЕСИ</translation>
    </message>
    <message>
        <source>%1 (inferred)</source>
        <comment>an owner</comment>
        <translation>%1 (по извод)</translation>
    </message>
    <message numerus="yes">
        <source>%n listening</source>
        <translation>
            <numerusform>%n слушащ порт</numerusform>
            <numerusform>%n слушащи порта</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reachable from outside</source>
        <translation>
            <numerusform>%n достъпен отвън</numerusform>
            <numerusform>%n достъпни отвън</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to investigate</source>
        <translation>
            <numerusform>%n за проверка</numerusform>
            <numerusform>%n за проверка</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, pid %2</source>
        <comment>process and its id</comment>
        <translation>%1, pid %2</translation>
    </message>
    <message>
        <source>The list of listening ports could not be read: %1 Run it outside the sandbox, or as the administrator.</source>
        <translation>Списъкът на слушащите портове не можа да бъде прочетен: %1 Стартирайте програмата извън изолираната среда или с администраторски права.</translation>
    </message>
    <message>
        <source>“%1” is one argument too many; --help shows the usage.</source>
        <translation>„%1“ е излишен аргумент; --help показва използването.</translation>
    </message>
    <message>
        <source>An argument is missing; --help shows the usage.</source>
        <translation>Липсва аргумент; --help показва използването.</translation>
    </message>
    <message>
        <source>%1 --help shows the usage.</source>
        <translation>%1 --help показва използването.</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>Показва този текст.</translation>
    </message>
    <message>
        <source>Writes a report of what listens now.</source>
        <translation>Записва отчет за това, което слуша сега.</translation>
    </message>
    <message>
        <source>The file; its ending says the format: .html, .json, .csv or .md.</source>
        <translation>Файлът; разширението определя формата: .html, .json, .csv или .md.</translation>
    </message>
    <message>
        <source>Replaces names of users, hosts and containers, paths and arguments by pseudonyms.</source>
        <translation>Заменя с псевдоними имената на потребители, машини и контейнери, пътищата и аргументите.</translation>
    </message>
    <message>
        <source>The file is missing; for example: portolan-cli report -o report.html.</source>
        <translation>Липсва файл; например: portolan-cli report -o report.html.</translation>
    </message>
    <message>
        <source>“%1” does not say the format; end the name in .html, .json, .csv or .md.</source>
        <translation>„%1“ не посочва формата; завършете името с .html, .json, .csv или .md.</translation>
    </message>
    <message>
        <source>Writes one line for each listener that opens, closes or changes, until interrupted.</source>
        <translation>Извежда по един ред за всеки слушащ порт, който се отваря, затваря или променя, до прекъсване.</translation>
    </message>
    <message>
        <source>Writes one JSON object a line.</source>
        <translation>Извежда по един обект JSON на ред.</translation>
    </message>
    <message>
        <source>Milliseconds from look to look, 250 to 10000.</source>
        <translation>Милисекунди между прегледите, от 250 до 10000.</translation>
    </message>
    <message>
        <source>--interval “%1”: give whole milliseconds from 250 to 10000.</source>
        <translation>--interval „%1“: посочете цели милисекунди от 250 до 10000.</translation>
    </message>
    <message>
        <source>Read from %1.</source>
        <comment>a registry</comment>
        <translation>Източник: %1.</translation>
    </message>
    <message>
        <source>“%1”: only /tcp and /udp can follow a port, and only one of them, for example %2/tcp.</source>
        <translation>„%1“: след порт може да стои само /tcp или /udp, и то само едното, например %2/tcp.</translation>
    </message>
    <message>
        <source>OWN NOTES</source>
        <translation>СОБСТВЕНИ БЕЛЕЖКИ</translation>
    </message>
    <message>
        <source>Own notes are not shown: %1</source>
        <translation>Собствените бележки не се показват: %1</translation>
    </message>
    <message>
        <source>See also: %1</source>
        <translation>Вижте също: %1</translation>
    </message>
    <message>
        <source>The snapshot accepted as normal, as “list --json” writes it; without it, what was accepted in the window.</source>
        <translation>Снимката, приета за нормална, както я записва „list --json“; без нея – приетото в прозореца.</translation>
    </message>
    <message>
        <source>What was accepted as normal does not count: %1</source>
        <translation>Приетото за нормално не се взема предвид: %1</translation>
    </message>
    <message>
        <source>Asks a port of this machine what it speaks: a few connections to it alone, which its program may log. Nothing is logged in to or changed.</source>
        <translation>Пита порт на тази машина на какъв език говори: с няколко връзки само към него, които програмата му може да запише. Никъде не се влиза и нищо не се променя.</translation>
    </message>
    <message>
        <source>Writes the listener in the snapshot format (JSON), with “answer”.</source>
        <translation>Записва слушащия порт във формата на снимките (JSON), заедно с „answer“.</translation>
    </message>
    <message>
        <source>Asks at this address of this machine.</source>
        <translation>Пита на този адрес на тази машина.</translation>
    </message>
    <message>
        <source>A port is missing; for example: portolan-cli ask 3155/tcp.</source>
        <translation>Липсва порт; например: portolan-cli ask 3155/tcp.</translation>
    </message>
    <message>
        <source>“%1” is not an address; give one such as 127.0.0.1 or ::1.</source>
        <translation>„%1“ не е адрес; дайте адрес като 127.0.0.1 или ::1.</translation>
    </message>
    <message>
        <source>Nothing listens on port %1; portolan-cli list shows what does.</source>
        <translation>Нищо не слуша на порт %1; portolan-cli list показва какво слуша.</translation>
    </message>
    <message>
        <source>Several listen on that port; --address chooses another one.</source>
        <translation>На този порт слушат няколко; с --address се избира друг от тях.</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>Каза: %1</translation>
    </message>
    <message>
        <source>Usage: portolan-cli SUBCOMMAND [options]

Shows which ports this machine listens on, what they are for and what is really there.

  list [--json|--csv] [--filter EXPR]   what listens now
  watch [--json] [--interval MS]        one line for each listener that opens, closes or changes
  explain PORT[/tcp|/udp] [--json]      what is known of a port
  ask PORT[/tcp|/udp] [--json]          what speaks on a port of this machine
  knowledge [--json]                    everything that is known of all ports
  report -o FILE [--redact]             a report as .html, .json, .csv or .md
  diff OLD.json [NEW.json]              what differs between two snapshots; NEW defaults to now
  check --baseline FILE                 whether anything listens that the baseline does not have

  -h, --help      this text, or a subcommand&apos;s own
  -v, --version   the version

Exit codes: 0 done; 1 a finding (check, diff); 2 wrong usage; 3 the system refused what was needed;
4 a file could not be read or written.</source>
        <translation>Използване: portolan-cli ПОДКОМАНДА [опции]

Показва на кои портове слуша тази машина, за какво са те и какво наистина стои там.

  list [--json|--csv] [--filter EXPR]   какво слуша сега
  watch [--json] [--interval MS]        по един ред за всеки порт, който се отваря, затваря или променя
  explain PORT[/tcp|/udp] [--json]      какво се знае за даден порт
  ask PORT[/tcp|/udp] [--json]          на какъв език говори порт на тази машина
  knowledge [--json]                    всичко, което се знае за всички портове
  report -o FILE [--redact]             отчет като .html, .json, .csv или .md
  diff OLD.json [NEW.json]              разликите между две снимки; без NEW – спрямо сега
  check --baseline FILE                 дали слуша нещо, което го няма в приетата норма

  -h, --help      този текст или помощта за подкоманда
  -v, --version   версията

Кодове за изход: 0 готово; 1 находка (check, diff); 2 грешно използване; 3 системата отказа нужното;
4 файл не можа да бъде прочетен или записан.</translation>
    </message>
    <message>
        <source>A subcommand is missing; use one of list, watch, explain, ask, knowledge, report, diff or check.</source>
        <translation>Липсва подкоманда; използвайте list, watch, explain, ask, knowledge, report, diff или check.</translation>
    </message>
    <message>
        <source>There is no subcommand “%1”; use one of list, watch, explain, ask, knowledge, report, diff or check.</source>
        <translation>Няма подкоманда „%1“; използвайте list, watch, explain, ask, knowledge, report, diff или check.</translation>
    </message>
    <message>
        <source>“%1” is not a plain decimal number; ports are written in decimal: portolan-cli %3 %2.</source>
        <translation>„%1“ не е просто десетично число; портовете се пишат десетично: portolan-cli %3 %2.</translation>
    </message>
    <message>
        <source>“%1” is the name of a service, not a port; it is registered at %2: portolan-cli %4 %3.</source>
        <translation>„%1“ е име на услуга, а не порт; регистрирана е на %2: portolan-cli %4 %3.</translation>
    </message>
    <message>
        <source>Nothing that is here was accepted as normal yet, so “is:” finds nothing; accept it in the window.</source>
        <translation>Нищо от това, което е тук, още не е прието като нормално, затова „is:“ не намира нищо; приема се в прозореца.</translation>
    </message>
    <message>
        <source>The same for some of them: users, paths, arguments, hosts, containers; commas between.</source>
        <translation>Същото само за някои от тях: users, paths, arguments, hosts, containers; разделени със запетаи.</translation>
    </message>
    <message>
        <source>PDF is written by the window (Export report); end the name in .html, .json, .csv or .md.</source>
        <translation>PDF се записва от прозореца („Запазване на отчет“); името да завършва на .html, .json, .csv или .md.</translation>
    </message>
    <message>
        <source>“%1” cannot be redacted; name users, paths, arguments, hosts or containers.</source>
        <translation>„%1“ не може да се заличи; може да се посочат users, paths, arguments, hosts или containers.</translation>
    </message>
</context>
<context>
    <name>FilterExpression</name>
    <message>
        <source>“%1” is not a value of “%2”; it may be one of: %3.</source>
        <translation>„%1“ не е стойност за „%2“; възможните са: %3.</translation>
    </message>
    <message>
        <source>“%1” is not a port; ports are whole numbers from 0 to 65535, for example port:22,80 or port:3000-4000.</source>
        <translation>„%1“ не е порт; портовете са цели числа от 0 до 65535, например port:22,80 или port:3000-4000.</translation>
    </message>
    <message>
        <source>The range %1-%2 runs backwards; the smaller port comes first.</source>
        <translation>Диапазонът %1-%2 е обърнат; първо се пише по-малкият порт.</translation>
    </message>
    <message>
        <source>“%1” is not a process id; it is a whole number, for example pid:812.</source>
        <translation>„%1“ не е номер на процес; той е цяло число, например pid:812.</translation>
    </message>
    <message>
        <source>The quotation mark opened here is not closed; add another one where the text ends.</source>
        <translation>Кавичката, отворена тук, не е затворена; добавете още една в края на текста.</translation>
    </message>
    <message>
        <source>A “-” leaves out what the term after it finds; write the term right behind it, for example -user:root.</source>
        <translation>Знакът „-“ изключва намереното от условието след него; пишете условието веднага след знака, например -user:root.</translation>
    </message>
    <message>
        <source>There is nothing between these quotation marks; write the text to look for.</source>
        <translation>Между кавичките няма нищо; напишете текста, който търсите.</translation>
    </message>
    <message>
        <source>There is no key “%1”; the keys are %2. Put the term in quotation marks to look for it as text.</source>
        <translation>Няма ключ „%1“; ключовете са %2. За да търсите израза като текст, оградете го с кавички.</translation>
    </message>
    <message>
        <source>“%1:” needs a value right behind the colon, for example %2.</source>
        <translation>След двоеточието на „%1:“ трябва веднага да има стойност, например %2.</translation>
    </message>
</context>
<context>
    <name>KnownRange</name>
    <message>
        <source>Dynamic ports</source>
        <translation>Динамични портове</translation>
    </message>
    <message>
        <source>System ports</source>
        <translation>Системни портове</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>kernel</source>
        <translation>ядро</translation>
    </message>
    <message>
        <source>hidden · user %1</source>
        <translation>скрит · потребител %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>завършил</translation>
    </message>
    <message>
        <source>outside this namespace</source>
        <translation>извън това пространство</translation>
    </message>
    <message>
        <source>not searched</source>
        <translation>не е търсен</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не е намерен</translation>
    </message>
    <message>
        <source>Loopback</source>
        <translation>Само локално</translation>
    </message>
    <message>
        <source>Local link</source>
        <translation>От мрежовия сегмент</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>От контейнера</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Отвсякъде</translation>
    </message>
    <message>
        <source>Container %1</source>
        <translation>От контейнера %1</translation>
    </message>
    <message>
        <source>%1 · inferred</source>
        <translation>%1 · по извод</translation>
    </message>
    <message>
        <source>dynamic range</source>
        <translation>динамичен диапазон</translation>
    </message>
    <message>
        <source>— unassigned</source>
        <translation>— неразпределен</translation>
    </message>
    <message>
        <source>Port %1 %2, verdict %3, registered as %4, owner %5, reachable from %6, user %7</source>
        <translation>Порт %1 %2, оценка: %3, регистриран като: %4, собственик: %5, достъпен: %6, потребител: %7</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 д</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n process(es)</source>
        <translation>
            <numerusform>%1 · %n процес</numerusform>
            <numerusform>%1 · %n процеса</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, own note %2</source>
        <translation>%1, собствена бележка: %2</translation>
    </message>
    <message>
        <source>service manager</source>
        <translation>мениджърът на услуги</translation>
    </message>
    <message>
        <source>kernel · %1</source>
        <translation>ядро · %1</translation>
    </message>
    <message>
        <source>Namespace %1</source>
        <translation>Пространство %1</translation>
    </message>
    <message>
        <source>host</source>
        <comment>network namespace</comment>
        <translation>машината</translation>
    </message>
</context>
<context>
    <name>ListenerText</name>
    <message>
        <source>the kernel</source>
        <translation>ядрото</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестен</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>пряко установен</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>установен по извод</translation>
    </message>
    <message>
        <source>Loopback</source>
        <translation>Само локално</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>От мрежовия сегмент</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>От контейнера</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Отвсякъде</translation>
    </message>
    <message>
        <source>%1 (IPv4 too)</source>
        <translation>%1 (и IPv4)</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>an address in a network namespace</comment>
        <translation>%1 в %2</translation>
    </message>
    <message>
        <source>The picture is complete: every listening socket was read.</source>
        <translation>Картината е пълна: прочетени са всички слушащи сокети.</translation>
    </message>
    <message>
        <source>The picture is incomplete: some listeners may be missing.</source>
        <translation>Картината е непълна: възможно е да липсват слушащи портове.</translation>
    </message>
    <message>
        <source>It was taken with the rights to look into every user&apos;s processes.</source>
        <translation>Снета е с право да се надниква в процесите на всички потребители.</translation>
    </message>
    <message>
        <source>It was taken without the rights to look into other users&apos; processes, so some owners are inferred or not known.</source>
        <translation>Снета е без права за процесите на други потребители, затова някои собственици са установени по извод или са неизвестни.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Shows which ports this machine listens on, what they are for and what is really there.</source>
        <translation>Показва на кои портове слуша тази машина, за какво са те и какво наистина стои там.</translation>
    </message>
    <message>
        <source>Select this port.</source>
        <translation>Избира този порт.</translation>
    </message>
    <message>
        <source>Show a snapshot file instead of this machine.</source>
        <translation>Показва файл със снимка вместо тази машина.</translation>
    </message>
    <message>
        <source>unexpected argument; see --help</source>
        <translation>неочакван аргумент; вижте --help</translation>
    </message>
    <message>
        <source>--port takes a number from 1 to 65535</source>
        <translation>--port приема число от 1 до 65535</translation>
    </message>
    <message>
        <source>--port takes a number from 1 to 65535 in decimal, and nothing after it: --port %1</source>
        <translation>--port приема десетично число от 1 до 65535 и нищо след него: --port %1</translation>
    </message>
    <message>
        <source>The same as --snapshot FILE.</source>
        <translation>Същото като --snapshot FILE.</translation>
    </message>
    <message>
        <source>the name of the snapshot file is empty</source>
        <translation>името на файла със снимката е празно</translation>
    </message>
</context>
<context>
    <name>PagedReport</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Страница %1 от %2</translation>
    </message>
    <message>
        <source>“%1” was not written: %2. Choose another folder or free some space.</source>
        <translation>„%1“ не беше записан: %2. Изберете друга папка или освободете място.</translation>
    </message>
</context>
<context>
    <name>RegistryQuery</name>
    <message>
        <source>There is no port %1: ports go from 0 to 65535.</source>
        <translation>Няма порт %1: портовете са от 0 до 65535.</translation>
    </message>
    <message>
        <source>The registry knows tcp, udp, sctp and dccp, not “%1”.</source>
        <translation>Регистърът познава tcp, udp, sctp и dccp, но не и „%1“.</translation>
    </message>
    <message>
        <source>%1 is port %2 in decimal.</source>
        <translation>%1 е порт %2 в десетичен запис.</translation>
    </message>
    <message>
        <source>One transport can follow a port: %1/tcp or %1/udp.</source>
        <translation>След порт може да стои един транспорт: %1/tcp или %1/udp.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Listening ports</source>
        <translation>Слушащи портове</translation>
    </message>
    <message>
        <source>Listening ports of %1</source>
        <translation>Слушащи портове на %1</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of this translation&apos;s language, for HTML</comment>
        <translation>bg</translation>
    </message>
    <message>
        <source>What to investigate</source>
        <translation>Какво да се провери</translation>
    </message>
    <message>
        <source>Nothing here asks for a closer look.</source>
        <translation>Тук нищо не изисква по-внимателен поглед.</translation>
    </message>
    <message>
        <source>%1/%2, held by %3</source>
        <comment>port, protocol, owner</comment>
        <translation>%1/%2, собственик: %3</translation>
    </message>
    <message>
        <source>Nothing speaks for it and nothing against it.</source>
        <translation>Нищо не говори в негова полза и нищо – против него.</translation>
    </message>
    <message>
        <source>How complete this picture is</source>
        <translation>Колко пълна е тази картина</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Registered as</source>
        <translation>По регистъра</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Собственик</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Потребител</translation>
    </message>
    <message>
        <source>Reachable from</source>
        <translation>Достъпен</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>Слушащи портове</translation>
    </message>
    <message>
        <source>Port by port</source>
        <translation>Порт по порт</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Порт %1</translation>
    </message>
    <message>
        <source>The map</source>
        <translation>Картата</translation>
    </message>
    <message>
        <source>The territory</source>
        <translation>Територията</translation>
    </message>
    <message>
        <source>Reachable at</source>
        <translation>На адрес</translation>
    </message>
    <message>
        <source>Owner is</source>
        <translation>Собственикът е</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Програма</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(изтрит)</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Команден ред</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Стартиран от</translation>
    </message>
    <message>
        <source>Known uses</source>
        <translation>Известни употреби</translation>
    </message>
    <message>
        <source>Check it yourself</source>
        <translation>Проверете сами</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Защо е важно</translation>
    </message>
    <message>
        <source>low confidence</source>
        <translation>ниска достоверност</translation>
    </message>
    <message>
        <source>medium confidence</source>
        <translation>средна достоверност</translation>
    </message>
    <message>
        <source>high confidence</source>
        <translation>висока достоверност</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреси</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Какво беше намерено</translation>
    </message>
    <message>
        <source>The map: %1</source>
        <translation>Картата: %1</translation>
    </message>
    <message>
        <source>Program: %1</source>
        <translation>Програма: %1</translation>
    </message>
    <message>
        <source>Command line: %1</source>
        <translation>Команден ред: %1</translation>
    </message>
    <message>
        <source>Only some of the listeners are in this report.</source>
        <translation>Отчетът съдържа само част от слушащите портове.</translation>
    </message>
    <message numerus="yes">
        <source>listening</source>
        <comment>after a number of listeners</comment>
        <translation>
            <numerusform>слушащ порт</numerusform>
            <numerusform>слушащи порта</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reachable from outside this machine</source>
        <comment>after a number of listeners</comment>
        <translation>
            <numerusform>достъпен извън тази машина</numerusform>
            <numerusform>достъпни извън тази машина</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>to investigate</source>
        <comment>after a number of listeners</comment>
        <translation>
            <numerusform>за проверка</numerusform>
            <numerusform>за проверка</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unfamiliar</source>
        <comment>after a number of listeners</comment>
        <translation>
            <numerusform>непознат</numerusform>
            <numerusform>непознати</numerusform>
        </translation>
    </message>
    <message>
        <source>Own notes</source>
        <translation>Собствени бележки</translation>
    </message>
    <message>
        <source>Own note: %1</source>
        <translation>Собствена бележка: %1</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Какво да направите</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a fact of the owner and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What you can do:</source>
        <translation>Какво можете да направите:</translation>
    </message>
    <message>
        <source>What you can do: %1</source>
        <translation>Какво можете да направите: %1</translation>
    </message>
    <message>
        <source>Why it runs</source>
        <translation>Защо работи</translation>
    </message>
    <message>
        <source>Why it runs: %1</source>
        <translation>Защо работи: %1</translation>
    </message>
    <message>
        <source>Where they are</source>
        <translation>Къде са</translation>
    </message>
    <message>
        <source>All 65,536 ports; each square of the grid is a block of 256, in 16 lines of 16, from port 0 at the upper left. Tinted are ranges that have a name.</source>
        <translation>Всички 65 536 порта; всеки квадрат от мрежата е блок от 256, в 16 реда по 16, от порт 0 горе вляво. Оцветени са диапазоните, които имат име.</translation>
    </message>
    <message>
        <source>Map of all ports with the listeners of this report</source>
        <translation>Карта на всички портове със слушащите портове от този отчет</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>port, owner, verdict</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>This report has no listeners.</source>
        <translation>В този отчет няма слушащи портове.</translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s).</source>
        <translation>
            <numerusform>%n слушащ порт.</numerusform>
            <numerusform>%n слушащи порта.</numerusform>
        </translation>
    </message>
    <message>
        <source>None can be reached from outside this machine.</source>
        <translation>Никой не е достъпен извън тази машина.</translation>
    </message>
    <message numerus="yes">
        <source>%n can be reached from outside this machine.</source>
        <translation>
            <numerusform>%n е достъпен извън тази машина.</numerusform>
            <numerusform>%n са достъпни извън тази машина.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing asks for a closer look.</source>
        <translation>Нищо не иска по-внимателен поглед.</translation>
    </message>
    <message>
        <source>Look first at %1.</source>
        <comment>one to three listeners</comment>
        <translation>Първо вижте %1.</translation>
    </message>
    <message numerus="yes">
        <source>Look first at %1 and %n more.</source>
        <translation>
            <numerusform>Първо вижте %1 и още %n.</numerusform>
            <numerusform>Първо вижте %1 и още %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/%2 (%3)</source>
        <comment>port, protocol, owner</comment>
        <translation>%1/%2 (%3)</translation>
    </message>
</context>
<context>
    <name>ReportWriter</name>
    <message>
        <source>“%1” is a folder; choose the name of a file.</source>
        <translation>„%1“ е папка; изберете име на файл.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: its folder does not exist. Create the folder or choose another one.</source>
        <translation>„%1“ не може да бъде записан: папката не съществува. Създайте я или изберете друга.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2. Choose a folder that you may write to.</source>
        <translation>„%1“ не може да бъде записан: %2. Изберете папка, в която имате право да пишете.</translation>
    </message>
    <message>
        <source>“%1” was not written: %2. What was there before is unchanged. Free some space or choose another folder.</source>
        <translation>„%1“ не беше записан: %2. Предишното съдържание е непроменено. Освободете място или изберете друга папка.</translation>
    </message>
    <message>
        <source>The report could not be written: %1. Try again somewhere else.</source>
        <translation>Отчетът не можа да бъде записан: %1. Опитайте на друго място.</translation>
    </message>
    <message>
        <source>There is no picture of this machine to report yet. Wait for the first one.</source>
        <translation>Още няма картина на тази машина, от която да се направи отчет. Изчакайте първата.</translation>
    </message>
</context>
<context>
    <name>SnapshotReader</name>
    <message>
        <source>“%1” cannot be read: %2. Check the name and that you may read it.</source>
        <translation>„%1“ не може да бъде прочетен: %2. Проверете името и дали имате право да го четете.</translation>
    </message>
    <message>
        <source>“%1” is a folder; name a snapshot file.</source>
        <translation>„%1“ е папка; посочете файл със снимка.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>The file is larger than any snapshot (256 MB). Choose a file written by “Export report” or “list --json”.</source>
        <translation>Файлът е по-голям от всяка снимка (256 MB). Изберете файл, записан със „Запазване на отчет“ или „list --json“.</translation>
    </message>
    <message>
        <source>Listener %1 of the file has no valid port and transport; write the snapshot again.</source>
        <translation>Запис № %1 във файла няма валидни порт и протокол; запишете снимката отново.</translation>
    </message>
    <message>
        <source>Listener %1 of the file has an address that cannot be read; write the snapshot again.</source>
        <translation>Запис № %1 във файла има адрес, който не може да бъде разчетен; запишете снимката отново.</translation>
    </message>
    <message>
        <source>Listener %1 of the file has no address; write the snapshot again.</source>
        <translation>Запис № %1 във файла няма адрес; запишете снимката отново.</translation>
    </message>
    <message>
        <source>This is not a whole JSON file (byte %1: %2). Write the snapshot again or choose another file.</source>
        <translation>Това не е цял файл JSON (байт %1: %2). Запишете снимката отново или изберете друг файл.</translation>
    </message>
    <message>
        <source>This is JSON but not a snapshot. Choose a file written by “Export report” or “list --json”.</source>
        <translation>Това е JSON, но не е снимка. Изберете файл, записан със „Запазване на отчет“ или „list --json“.</translation>
    </message>
    <message>
        <source>The snapshot does not say its version; write it again.</source>
        <translation>Снимката не посочва версията си; запишете я отново.</translation>
    </message>
    <message>
        <source>The snapshot has version %1 and this program reads up to version %2. Use a newer Portolan.</source>
        <translation>Снимката е с версия %1, а тази програма чете до версия %2. Използвайте по-нов Portolan.</translation>
    </message>
    <message>
        <source>The snapshot has no list of listeners; write it again.</source>
        <translation>В снимката няма списък на слушащите портове; запишете я отново.</translation>
    </message>
</context>
<context>
    <name>portolan::AcceptDialog</name>
    <message>
        <source>Accept what is here now</source>
        <translation>Приемане на това, което е тук сега</translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s) are here now.</source>
        <translation>
            <numerusform>Сега тук е %n слушащ порт.</numerusform>
            <numerusform>Сега тук са %n слушащи порта.</numerusform>
        </translation>
    </message>
    <message>
        <source>Once they are accepted, Portolan tells you what comes besides and what changes.</source>
        <translation>Щом бъдат приети, Portolan казва какво се появява освен тях и какво се променя.</translation>
    </message>
    <message numerus="yes">
        <source>They take the place of the %n listener(s) accepted until %1; you can go back to those.</source>
        <translation>
            <numerusform>Заместват %n порт, приет до %1; връщане към него е възможно.</numerusform>
            <numerusform>Заместват %n порта, приети до %1; връщане към тях е възможно.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them call(s) for a look. Only what you tick here is accepted too:</source>
        <translation>
            <numerusform>%n от тях заслужава проверка. Приема се само ако бъде отметнат тук:</numerusform>
            <numerusform>%n от тях заслужават проверка. Приемат се само отметнатите тук:</numerusform>
        </translation>
    </message>
    <message>
        <source>To investigate</source>
        <translation>За проверка</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отказ</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Accept %n listener(s)</source>
        <translation>
            <numerusform>&amp;Приеми %n порт</numerusform>
            <numerusform>&amp;Приеми %n порта</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::Ancestry</name>
    <message>
        <source>The first process of the system; every other one comes from it.</source>
        <translation>Първият процес на системата; всички други произлизат от него.</translation>
    </message>
    <message>
        <source>What started it cannot be seen from here.</source>
        <translation>Какво го е стартирало, оттук не се вижда.</translation>
    </message>
    <message>
        <source>The desktop started it as an application, and %1 took it over.</source>
        <translation>Стартиран от работната среда като приложение и поет от %1.</translation>
    </message>
    <message>
        <source>Its starter has ended since, and %1 took it over.</source>
        <translation>Стартиралият го вече е приключил и %1 го е поел.</translation>
    </message>
    <message>
        <source>Started by %1, or taken over by it when its starter ended.</source>
        <translation>Стартиран от %1 или поет от него, след като стартиралият го е приключил.</translation>
    </message>
    <message>
        <source>The service manager of the user %1.</source>
        <translation>Мениджърът на услуги на потребителя %1.</translation>
    </message>
    <message>
        <source>A login over the network.</source>
        <translation>Влизане през мрежата.</translation>
    </message>
    <message>
        <source>A login at the console.</source>
        <translation>Влизане от конзолата.</translation>
    </message>
    <message>
        <source>The graphical login.</source>
        <translation>Графичното влизане в системата.</translation>
    </message>
    <message>
        <source>The desktop of %1: programs started from its menus come from here.</source>
        <translation>Работната среда на %1: оттук идват програмите, стартирани от менютата ѝ.</translation>
    </message>
    <message>
        <source>A terminal program: what runs in it was started there.</source>
        <translation>Терминална програма: каквото работи в нея, е стартирано там.</translation>
    </message>
    <message>
        <source>Keeps terminals going when nobody looks at them.</source>
        <translation>Поддържа терминали и когато никой не ги гледа.</translation>
    </message>
    <message>
        <source>A shell without a terminal, as scripts have it.</source>
        <translation>Команден интерпретатор без терминал, както при скриптовете.</translation>
    </message>
    <message>
        <source>A shell on the terminal %1.</source>
        <translation>Команден интерпретатор на терминала %1.</translation>
    </message>
    <message>
        <source>Runs a program as another user.</source>
        <translation>Изпълнява програма от името на друг потребител.</translation>
    </message>
    <message>
        <source>A scheduler: starts jobs at set times.</source>
        <translation>Планировчик: стартира задачи в определено време.</translation>
    </message>
    <message>
        <source>Starts and watches containers.</source>
        <translation>Стартира и наблюдава контейнери.</translation>
    </message>
    <message>
        <source>A supervisor: starts programs, and again when they end.</source>
        <translation>Надзорник: стартира програми, а когато приключат – отново.</translation>
    </message>
    <message>
        <source>Starts a program for each connection that comes in.</source>
        <translation>Стартира програма за всяка постъпила връзка.</translation>
    </message>
    <message>
        <source>An editor or development environment.</source>
        <translation>Редактор или среда за разработка.</translation>
    </message>
    <message>
        <source>Installs and updates software.</source>
        <translation>Инсталира и обновява софтуер.</translation>
    </message>
    <message>
        <source>Runs the tasks of a project.</source>
        <translation>Изпълнява задачите на проект.</translation>
    </message>
    <message>
        <source>Shuts a program off from the rest of the system.</source>
        <translation>Отделя програма от останалата система.</translation>
    </message>
    <message>
        <source>Belongs to the login session %1 of %2.</source>
        <translation>Част от сесия %1 на %2.</translation>
    </message>
    <message>
        <source>Belongs to the unit %1.</source>
        <translation>Част от %1 (systemd).</translation>
    </message>
    <message>
        <source>Runs as the unit %1: %2.</source>
        <translation>Работи като услугата %1: %2.</translation>
    </message>
    <message>
        <source>Runs as the unit %1.</source>
        <translation>Работи като услугата %1.</translation>
    </message>
    <message>
        <source>%1 starts this unit at set times.</source>
        <translation>%1 стартира тази услуга в определено време.</translation>
    </message>
    <message>
        <source>%1 starts this unit when somebody connects.</source>
        <translation>%1 стартира тази услуга, когато някой се свърже.</translation>
    </message>
    <message>
        <source>%1 starts this unit when a file changes.</source>
        <translation>%1 стартира тази услуга, когато се промени файл.</translation>
    </message>
    <message>
        <source>%1 opened the port for it.</source>
        <translation>%1 е отворил порта вместо него.</translation>
    </message>
    <message>
        <source>Runs as %1, while %2 runs as %3.</source>
        <translation>Работи от името на %1, докато %2 работи от името на %3.</translation>
    </message>
    <message>
        <source>On the terminal %1.</source>
        <translation>На терминала %1.</translation>
    </message>
    <message>
        <source>Inside the container %1.</source>
        <translation>В контейнера %1.</translation>
    </message>
    <message>
        <source>Works for the container %1.</source>
        <translation>Работи за контейнера %1.</translation>
    </message>
    <message>
        <source>Started by %1.</source>
        <translation>Стартиран от %1.</translation>
    </message>
    <message>
        <source>%1 started it from the desktop.</source>
        <translation>Стартиран от %1 през работната среда.</translation>
    </message>
    <message>
        <source>Left behind by what started it in the login session %1 of %2.</source>
        <translation>Останал от сесия %1 на %2, след като стартиралият го е приключил.</translation>
    </message>
    <message>
        <source>Left behind by what started it, which has ended.</source>
        <translation>Останал, след като стартиралият го е приключил.</translation>
    </message>
    <message>
        <source>Either the system started it, or what did has ended.</source>
        <translation>Стартиран от системата или от нещо, което вече е приключило.</translation>
    </message>
    <message>
        <source>The service manager of %1 runs it as %2, which %3 starts.</source>
        <translation>Мениджърът на услуги на %1 го изпълнява като %2, стартирана от %3.</translation>
    </message>
    <message>
        <source>The service manager runs it as %1, which %2 starts.</source>
        <translation>Мениджърът на услуги го изпълнява като %1, стартирана от %2.</translation>
    </message>
    <message>
        <source>The service manager of %1 runs it as %2.</source>
        <translation>Мениджърът на услуги на %1 го изпълнява като %2.</translation>
    </message>
    <message>
        <source>The service manager runs it as %1.</source>
        <translation>Мениджърът на услуги го изпълнява като %1.</translation>
    </message>
    <message>
        <source>%1 started it, logged in over the network.</source>
        <translation>Стартиран от %1 след влизане през мрежата.</translation>
    </message>
    <message>
        <source>%1 started it, logged in over the network, on %2.</source>
        <translation>Стартиран от %1 след влизане през мрежата, на %2.</translation>
    </message>
    <message>
        <source>%1 started it, logged in at the console.</source>
        <translation>Стартиран от %1 след влизане от конзолата.</translation>
    </message>
    <message>
        <source>%1 started it, logged in at the console, on %2.</source>
        <translation>Стартиран от %1 след влизане от конзолата, на %2.</translation>
    </message>
    <message>
        <source>%1 started it in a terminal.</source>
        <translation>Стартиран от %1 в терминал.</translation>
    </message>
    <message>
        <source>%1 started it in a terminal, on %2.</source>
        <translation>Стартиран от %1 в терминал, на %2.</translation>
    </message>
    <message>
        <source>%1 started it in a terminal that %2 keeps.</source>
        <translation>Стартиран от %1 в терминал, поддържан от %2.</translation>
    </message>
    <message>
        <source>%1 started it in a terminal that %2 keeps, on %3.</source>
        <translation>Стартиран от %1 в терминал, поддържан от %2, на %3.</translation>
    </message>
    <message>
        <source>The scheduler %1 started it as a job of %2.</source>
        <translation>Стартиран от планировчика %1 като задача на %2.</translation>
    </message>
    <message>
        <source>%1 runs it in a container.</source>
        <translation>%1 го изпълнява в контейнер.</translation>
    </message>
    <message>
        <source>The supervisor %1 keeps it running.</source>
        <translation>Надзорникът %1 го поддържа.</translation>
    </message>
    <message>
        <source>%1 started it for a connection.</source>
        <translation>Стартиран от %1 заради връзка.</translation>
    </message>
    <message>
        <source>%1 started it from %2, an editor or development environment.</source>
        <translation>Стартиран от %1 през %2 – редактор или среда за разработка.</translation>
    </message>
    <message>
        <source>%1 started it while it installed or updated software.</source>
        <translation>Стартиран от %1 при инсталиране или обновяване на софтуер.</translation>
    </message>
    <message>
        <source>It runs in the container %1.</source>
        <translation>Работи в контейнера %1.</translation>
    </message>
    <message>
        <source>%1 started it on the terminal %2.</source>
        <translation>Стартиран от %1 на терминала %2.</translation>
    </message>
    <message>
        <source>It is the first process of the system.</source>
        <translation>Това е първият процес на системата.</translation>
    </message>
    <message>
        <source>It comes from %1.</source>
        <translation>Произлиза от %1.</translation>
    </message>
</context>
<context>
    <name>portolan::AskController</name>
    <message>
        <source>%1 under TLS</source>
        <translation>%1 през TLS</translation>
    </message>
</context>
<context>
    <name>portolan::AskRefusal</name>
    <message>
        <source>It listens in another network namespace, and only this machine&apos;s own addresses are asked.</source>
        <translation>Слуша в друго мрежово пространство, а се питат само собствените адреси на тази машина.</translation>
    </message>
    <message>
        <source>None of the addresses it listens on is this machine&apos;s own, and only those are asked.</source>
        <translation>Никой от адресите, на които слуша, не е на тази машина, а се питат само нейните.</translation>
    </message>
    <message>
        <source>It does not listen on that address, or the address is not this machine&apos;s own; only those are asked.</source>
        <translation>Не слуша на този адрес или адресът не е на тази машина; питат се само нейните.</translation>
    </message>
</context>
<context>
    <name>portolan::AskSection</name>
    <message>
        <source>Cancel</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>What the port answers</source>
        <translation>Какво отговаря портът</translation>
    </message>
    <message>
        <source>Cancel asking</source>
        <translation>Отмяна на запитването</translation>
    </message>
    <message>
        <source>Portolan can find out what speaks there: it opens a few connections to this port, from this machine alone. It logs in nowhere and changes nothing, but the program behind the port may log them.</source>
        <translation>Portolan може да разбере какво говори там: отваря няколко връзки към този порт, само от тази машина. Никъде не влиза и нищо не променя, но програмата зад порта може да ги запише.</translation>
    </message>
    <message>
        <source>It has not been asked.</source>
        <translation>Не е запитван.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Запитване…</translation>
    </message>
    <message>
        <source>Asking: %1…</source>
        <translation>Запитване: %1…</translation>
    </message>
    <message>
        <source>As&amp;k again</source>
        <translation>Ново &amp;запитване</translation>
    </message>
    <message>
        <source>As&amp;k the port</source>
        <translation>&amp;Запитване на порта</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Ново запитване</translation>
    </message>
    <message>
        <source>Ask the port</source>
        <translation>Запитване на порта</translation>
    </message>
</context>
<context>
    <name>portolan::Baseline</name>
    <message>
        <source>It could not be moved aside, so nothing counts as accepted until it is corrected or removed.</source>
        <translation>Не можа да се премести встрани, затова нищо не се смята за прието, докато файлът не бъде поправен или премахнат.</translation>
    </message>
    <message>
        <source>The file was moved to %1 and nothing counts as accepted. In the baseline&apos;s window you can go back to an earlier one.</source>
        <translation>Файлът е преместен в %1 и нищо не се смята за прието. В прозореца „Приета норма“ може да се върнете към по-ранна.</translation>
    </message>
    <message>
        <source>“%1” was not written: %2. What was there before is unchanged. Free some space or look at the folder&apos;s permissions.</source>
        <translation>„%1“ не беше записан: %2. Каквото имаше там, е непроменено. Освободете място или проверете правата на папката.</translation>
    </message>
    <message>
        <source>it would be larger than any snapshot that is read</source>
        <translation>би бил по-голям от всяка снимка, която се чете</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made, so what you accept cannot be kept. Look at the permissions of the folder above.</source>
        <translation>Папката „%1“ не може да се създаде, затова приетото не може да се запази. Проверете правата на горната папка.</translation>
    </message>
    <message>
        <source>Another program is writing the baseline for longer than expected, so this change was not kept. Try again.</source>
        <translation>Друга програма записва приетата норма по-дълго от очакваното, затова промяната не е запазена. Опитайте отново.</translation>
    </message>
    <message>
        <source>its folder may not be written to</source>
        <translation>в папката му не може да се пише</translation>
    </message>
    <message>
        <source>You accepted the port while another program held it</source>
        <translation>Портът беше приет, докато го държеше друга програма</translation>
    </message>
    <message>
        <source>You accepted the port while another program held it: %1</source>
        <translation>Портът беше приет, докато го държеше друга програма: %1</translation>
    </message>
    <message>
        <source>Its program&apos;s file is not the one that you accepted: %1</source>
        <translation>Файлът на програмата не е приетият: %1</translation>
    </message>
    <message>
        <source>You accepted it running as another user: %1</source>
        <translation>Беше приет, докато работеше като друг потребител: %1</translation>
    </message>
    <message>
        <source>More of the world can reach it than when you accepted it</source>
        <translation>Достъпен е от повече места, отколкото когато беше приет</translation>
    </message>
    <message>
        <source>More of the world can reach it than when you accepted it; then it was: %1</source>
        <translation>Достъпен е от повече места, отколкото когато беше приет; тогава беше: %1</translation>
    </message>
</context>
<context>
    <name>portolan::BaselineController</name>
    <message numerus="yes">
        <source>%n listener(s) are not as you accepted them.</source>
        <translation>
            <numerusform>%n порт не е такъв, какъвто беше приет.</numerusform>
            <numerusform>%n порта не са такива, каквито бяха приети.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is accepted as normal.</source>
        <comment>port and program</comment>
        <translation>%1 е приет като нормален.</translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s) are accepted as normal.</source>
        <translation>
            <numerusform>%n порт е приет като нормален.</numerusform>
            <numerusform>%n порта са приети като нормални.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is here now is accepted as normal: %n listener(s).</source>
        <translation>
            <numerusform>Това, което е тук сега, е прието като нормално: %n порт.</numerusform>
            <numerusform>Това, което е тук сега, е прието като нормално: %n порта.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>port and program, what is otherwise than accepted</comment>
        <translation>%1: %2.</translation>
    </message>
</context>
<context>
    <name>portolan::BaselineDialog</name>
    <message>
        <source>Baseline</source>
        <translation>Приета норма</translation>
    </message>
    <message>
        <source>What was accepted as normal</source>
        <translation>Приетото като нормално</translation>
    </message>
    <message>
        <source>Reachable from</source>
        <translation>Достъпен от</translation>
    </message>
    <message>
        <source>Nothing is accepted as normal yet.

When you know that all is well on this machine, accept what is here now. From then on the line above the table counts what came besides and what changed, “is:new” and “is:changed” in the filter show it, and you are told when a port that you accepted is held by another program, another user or a changed file.

A single listener is accepted from its row&apos;s menu, or with Ctrl+B.</source>
        <translation>Все още нищо не е прието като нормално.

Когато е известно, че на тази машина всичко е наред, приемете това, което е тук сега. Оттогава редът над таблицата брои какво се е появило освен него и какво се е променило, „is:new“ и „is:changed“ във филтъра го показват, а когато приет порт бъде държан от друга програма, друг потребител или променен файл, Portolan го съобщава.

Отделен слушащ порт се приема от менюто на реда му или с Ctrl+B.</translation>
    </message>
    <message>
        <source>&amp;Accept what is here now…</source>
        <translation>&amp;Приемане на това, което е тук сега…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>П&amp;ремахване</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отмяна</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>Пов&amp;тори</translation>
    </message>
    <message>
        <source>&amp;Go back to…</source>
        <translation>&amp;Връщане към…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Затвори</translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s) are accepted as normal.</source>
        <translation>
            <numerusform>%n порт е приет като нормален.</numerusform>
            <numerusform>%n порта са приети като нормални.</numerusform>
        </translation>
    </message>
    <message>
        <source>What came after %1 counts as new.</source>
        <translation>Появилото се след %1 се смята за ново.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them is not as it was accepted.</source>
        <translation>
            <numerusform>%n от тях не е такъв, какъвто беше приет.</numerusform>
            <numerusform>%n от тях не са такива, каквито бяха приети.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is not here now.</source>
        <translation>
            <numerusform>%n от тях сега не е тук.</numerusform>
            <numerusform>%n от тях сега не са тук.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>until %1: %n listener(s)</source>
        <comment>an earlier baseline</comment>
        <translation>
            <numerusform>до %1: %n порт</numerusform>
            <numerusform>до %1: %n порта</numerusform>
        </translation>
    </message>
    <message>
        <source>– not here</source>
        <translation>– не е тук</translation>
    </message>
    <message>
        <source>Only single ones were accepted: nothing counts as new until you accept what is here now.</source>
        <translation>Приети са само отделни портове: нищо не се смята за ново, докато не бъде прието това, което е тук сега.</translation>
    </message>
</context>
<context>
    <name>portolan::BaselineModel</name>
    <message>
        <source>✓ here</source>
        <translation>✓ тук</translation>
    </message>
    <message>
        <source>– not here</source>
        <translation>– не е тук</translation>
    </message>
    <message>
        <source>~ changed</source>
        <translation>~ променен</translation>
    </message>
    <message>
        <source>? cannot be seen</source>
        <translation>? не се вижда</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сега</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Програма</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Потребител</translation>
    </message>
    <message>
        <source>Reachable from</source>
        <translation>Достъпен от</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Приет</translation>
    </message>
</context>
<context>
    <name>portolan::CommandList</name>
    <message>
        <source>Operating system</source>
        <translation>Операционна система</translation>
    </message>
    <message>
        <source>Linux</source>
        <translation>Linux</translation>
    </message>
    <message>
        <source>macOS</source>
        <translation>macOS</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копиране</translation>
    </message>
    <message>
        <source>Copy the command %1</source>
        <translation>Копиране на командата %1</translation>
    </message>
    <message>
        <source>Copy this command to the clipboard</source>
        <translation>Копиране на тази команда в клипборда</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Копирано</translation>
    </message>
    <message>
        <source>Copied to the clipboard</source>
        <translation>Копирано в клипборда</translation>
    </message>
</context>
<context>
    <name>portolan::CompareModel</name>
    <message>
        <source>opened</source>
        <translation>отворен</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>затворен</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>променен</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Собственик</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Reachable from</source>
        <translation>Достъпен от</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Разлики</translation>
    </message>
</context>
<context>
    <name>portolan::CompareView</name>
    <message>
        <source>Earlier picture</source>
        <translation>По-ранна снимка</translation>
    </message>
    <message>
        <source>Later picture</source>
        <translation>По-късна снимка</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;От</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;до</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>&amp;Размени</translation>
    </message>
    <message>
        <source>Make the later picture the earlier one</source>
        <translation>По-късната снимка става по-ранна</translation>
    </message>
    <message>
        <source>Filter the comparison</source>
        <translation>Филтър на сравнението</translation>
    </message>
    <message>
        <source>Filter, for example verdict:investigate</source>
        <translation>Филтър, например verdict:investigate</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копирай</translation>
    </message>
    <message>
        <source>Copy what is shown as text</source>
        <translation>Копира показаното като текст</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>&amp;Запис…</translation>
    </message>
    <message>
        <source>Write what is shown into a file, as text or JSON</source>
        <translation>Записва показаното във файл като текст или JSON</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Разлики</translation>
    </message>
    <message>
        <source>Accept what is here now…</source>
        <translation>Приемане на това, което е тук сега…</translation>
    </message>
    <message>
        <source>Compare with a snapshot</source>
        <translation>Сравнение със снимка</translation>
    </message>
    <message>
        <source>Snapshots (*.json)</source>
        <translation>Снимки (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Всички файлове (*)</translation>
    </message>
    <message>
        <source>The two pictures do not differ: the same programs hold the same ports, and as many can reach them.</source>
        <translation>Двете снимки не се различават: едни и същи програми държат едни и същи портове и те са достъпни от едни и същи места.</translation>
    </message>
    <message>
        <source>The filter hides everything that differs.</source>
        <translation>Филтърът скрива всички разлики.</translation>
    </message>
    <message>
        <source>Nothing is accepted as normal yet, so there is nothing to compare with.

Accept what is here now, and this view tells you later what opened, closed and changed since. Or choose a snapshot file above: “File &gt; Save snapshot…” writes one.</source>
        <translation>Все още нищо не е прието като нормално, затова няма с какво да се сравнява.

Приемете това, което е тук сега, и по-късно този изглед ще покаже какво се е отворило, затворило и променило. Или изберете горе файл със снимка: „Файл &gt; Запис на снимка…“ записва такъв.</translation>
    </message>
    <message>
        <source>There is no picture to compare yet. Choose two above.</source>
        <translation>Все още няма какво да се сравни. Изберете две снимки горе.</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Запис на сравнението</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Текст (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>“%1” was not written: %2. Choose another folder or free some space.</source>
        <translation>„%1“ не беше записан: %2. Изберете друга папка или освободете място.</translation>
    </message>
    <message>
        <source>Only single listeners were accepted, so that all others count as opened.</source>
        <translation>Приети са само отделни портове, затова всички други се смятат за отворени.</translation>
    </message>
</context>
<context>
    <name>portolan::Comparison</name>
    <message>
        <source>%1 and %2</source>
        <comment>the end of an enumeration</comment>
        <translation>%1 и %2</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) opened</source>
        <translation>
            <numerusform>%n порт е отворен</numerusform>
            <numerusform>%n порта са отворени</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (%n of them to investigate)</source>
        <translation>
            <numerusform> (%n за проверка)</numerusform>
            <numerusform> (%n за проверка)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) closed</source>
        <translation>
            <numerusform>%n порт е затворен</numerusform>
            <numerusform>%n порта са затворени</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) got another owner</source>
        <translation>
            <numerusform>%n порт е с друг собственик</numerusform>
            <numerusform>%n порта са с друг собственик</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) can be reached by more of the world</source>
        <translation>
            <numerusform>%n порт е достъпен от повече места</numerusform>
            <numerusform>%n порта са достъпни от повече места</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) can be reached by less of the world</source>
        <translation>
            <numerusform>%n порт е достъпен от по-малко места</numerusform>
            <numerusform>%n порта са достъпни от по-малко места</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) got another verdict</source>
        <translation>
            <numerusform>%n порт е с друга оценка</numerusform>
            <numerusform>%n порта са с друга оценка</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) got other addresses</source>
        <translation>
            <numerusform>%n порт е с други адреси</numerusform>
            <numerusform>%n порта са с други адреси</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>сега</translation>
    </message>
    <message>
        <source>the baseline of %1</source>
        <translation>приетата норма от %1</translation>
    </message>
    <message>
        <source>the baseline</source>
        <translation>приетата норма</translation>
    </message>
    <message>
        <source>the snapshot “%1” of %2</source>
        <comment>file, time</comment>
        <translation>снимката „%1“ от %2</translation>
    </message>
    <message>
        <source>the snapshot “%1”</source>
        <translation>снимката „%1“</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>snapshot, machine</comment>
        <translation>%1 на %2</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>нищо не се е променило</translation>
    </message>
    <message>
        <source>Since %1, %2.</source>
        <comment>a picture, what happened</comment>
        <translation>Спрямо %1: %2.</translation>
    </message>
    <message>
        <source>From %1 to %2, %3.</source>
        <comment>a picture, another one, what happened</comment>
        <translation>От %1 до %2: %3.</translation>
    </message>
    <message>
        <source>The later picture is incomplete, so nothing is reported as closed.</source>
        <translation>По-късната снимка е непълна, затова нищо не се посочва като затворено.</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>отворен</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>затворен</translation>
    </message>
    <message>
        <source>was held by %1</source>
        <translation>беше държан от %1</translation>
    </message>
    <message>
        <source>more of the world can reach it; it was: %1</source>
        <translation>достъпен е от повече места; беше: %1</translation>
    </message>
    <message>
        <source>less of the world can reach it; it was: %1</source>
        <translation>достъпен е от по-малко места; беше: %1</translation>
    </message>
    <message>
        <source>was at %1</source>
        <translation>беше на %1</translation>
    </message>
    <message>
        <source>verdict was: %1</source>
        <translation>оценката беше: %1</translation>
    </message>
</context>
<context>
    <name>portolan::ConnectionChart</name>
    <message>
        <source>No connections yet</source>
        <translation>Още няма връзки</translation>
    </message>
    <message>
        <source>Connections over the last minutes</source>
        <translation>Връзки през последните минути</translation>
    </message>
    <message>
        <source>Now %1, least %2, most %3 connections</source>
        <translation>Връзки: сега %1, най-малко %2, най-много %3</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>връзки</translation>
    </message>
    <message>
        <source>GB/s</source>
        <translation>GB/s</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
    <message>
        <source>kB/s</source>
        <translation>kB/s</translation>
    </message>
    <message>
        <source>B/s</source>
        <translation>B/s</translation>
    </message>
    <message>
        <source>received</source>
        <translation>получено</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>изпратено</translation>
    </message>
    <message>
        <source>; received %1, sent %2</source>
        <comment>follows the number of connections</comment>
        <translation>; получено %1, изпратено %2</translation>
    </message>
</context>
<context>
    <name>portolan::ConnectionModel</name>
    <message>
        <source>Remote</source>
        <translation>Отсреща</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Тук</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Състояние</translation>
    </message>
</context>
<context>
    <name>portolan::ConnectionState</name>
    <message>
        <source>Established</source>
        <translation>Установена</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Установява се</translation>
    </message>
    <message>
        <source>Being accepted</source>
        <translation>Приема се</translation>
    </message>
    <message>
        <source>Closing, close not yet confirmed</source>
        <translation>Затваря се, още без потвърждение</translation>
    </message>
    <message>
        <source>Closing, waiting for the other side</source>
        <translation>Затваря се, чака отсрещната страна</translation>
    </message>
    <message>
        <source>Closed, kept for late packets</source>
        <translation>Затворена, пази се за закъснели пакети</translation>
    </message>
    <message>
        <source>Closed by the other side</source>
        <translation>Затворена от отсрещната страна</translation>
    </message>
    <message>
        <source>Closing, last confirmation awaited</source>
        <translation>Затваря се, чака последно потвърждение</translation>
    </message>
    <message>
        <source>Closing on both sides</source>
        <translation>Затваря се от двете страни</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Свързана</translation>
    </message>
    <message numerus="yes">
        <source>%Ln established</source>
        <translation>
            <numerusform>%Ln установена</numerusform>
            <numerusform>%Ln установени</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connected</source>
        <translation>
            <numerusform>%Ln свързан</numerusform>
            <numerusform>%Ln свързани</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being opened</source>
        <translation>
            <numerusform>%Ln се отваря</numerusform>
            <numerusform>%Ln се отварят</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln closed by the other side</source>
        <translation>
            <numerusform>%Ln, затворена от другата страна</numerusform>
            <numerusform>%Ln, затворени от другата страна</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln closing</source>
        <translation>
            <numerusform>%Ln се затваря</numerusform>
            <numerusform>%Ln се затварят</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln closed a moment ago</source>
        <translation>
            <numerusform>%Ln, затворена току-що</numerusform>
            <numerusform>%Ln, затворени току-що</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>an amount of data, per second</comment>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>portolan::ConnectionsView</name>
    <message>
        <source>Connections</source>
        <translation>Връзки</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Още не са прочетени</translation>
    </message>
    <message>
        <source>The connections may not be read.</source>
        <translation>Връзките не може да бъдат прочетени.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how many connections, and in which states</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>connections to this port, and others</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1 of %2 addresses are listed.</source>
        <translation>Показани са %1 от %2 адреса.</translation>
    </message>
    <message>
        <source>%1 of %2 are listed.</source>
        <translation>Показани са %1 от %2.</translation>
    </message>
    <message>
        <source>They changed while they were read: there may be more.</source>
        <translation>Променяха се, докато се четяха: може да има още.</translation>
    </message>
    <message>
        <source>Other connections of its process are not counted.</source>
        <translation>Другите връзки на процеса му не са преброени.</translation>
    </message>
    <message numerus="yes">
        <source>Read every %n s, since it takes so long.</source>
        <translation>
            <numerusform>Четат се на всяка %n s, защото четенето е бавно.</numerusform>
            <numerusform>Четат се на всеки %n s, защото четенето е бавно.</numerusform>
        </translation>
    </message>
    <message>
        <source>It listens in another network namespace, of which no process can be read.
Started as the administrator, Portolan can see its connections.</source>
        <translation>Слуша в друго мрежово пространство от имена, от което не може да се прочете нито един процес.
Стартиран с администраторски права, Portolan може да види връзките му.</translation>
    </message>
    <message>
        <source>Nobody shows as connected.
UDP knows no connections: who only sends to this port leaves no trace here.</source>
        <translation>Не се вижда никой свързан.
В UDP няма връзки: който само изпраща до този порт, не оставя следа тук.</translation>
    </message>
    <message>
        <source>Nobody is connected now.</source>
        <translation>В момента никой не е свързан.</translation>
    </message>
    <message>
        <source>Remote addresses</source>
        <translation>Отдалечени адреси</translation>
    </message>
    <message>
        <source>How connections are listed</source>
        <translation>Как се показват връзките</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>Поотделно</translation>
    </message>
    <message>
        <source>By address</source>
        <translation>По адрес</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) to this port</source>
        <translation>
            <numerusform>%Ln връзка към този порт</numerusform>
            <numerusform>%Ln връзки към този порт</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s) of its process</source>
        <translation>
            <numerusform>%Ln друга на процеса му</numerusform>
            <numerusform>%Ln други на процеса му</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; received %2, sent %3</source>
        <comment>connections, and the traffic on those to this port</comment>
        <translation>%1; получено %2, изпратено %3</translation>
    </message>
</context>
<context>
    <name>portolan::EmptyPage</name>
    <message>
        <source>Clear filter</source>
        <translation>Изчистване на филтъра</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Преглед…</translation>
    </message>
    <message>
        <source>Reading which ports are open and who holds them.</source>
        <translation>Прочита се кои портове са отворени и кой ги държи.</translation>
    </message>
    <message>
        <source>Nothing listens on this machine</source>
        <translation>На тази машина не слуша нищо</translation>
    </message>
    <message>
        <source>A row appears here as soon as a program opens a port.</source>
        <translation>Щом програма отвори порт, тук ще се появи ред.</translation>
    </message>
    <message>
        <source>No listener matches the filter</source>
        <translation>Нито един слушащ порт не отговаря на филтъра</translation>
    </message>
    <message>
        <source>The filter hides every row.</source>
        <translation>Филтърът скрива всички редове.</translation>
    </message>
    <message>
        <source>No listeners in this snapshot</source>
        <translation>В тази снимка няма слушащи портове</translation>
    </message>
    <message>
        <source>Nothing was listening when the file was written.</source>
        <translation>Когато файлът е записан, не е слушало нищо.</translation>
    </message>
    <message>
        <source>No snapshot to show</source>
        <translation>Няма снимка за показване</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Файлът не можа да бъде прочетен.</translation>
    </message>
    <message>
        <source>Nothing here was accepted as normal yet</source>
        <translation>Тук още нищо не е прието като нормално</translation>
    </message>
    <message>
        <source>Accept what is here now, in the menu Baseline, and “is:new” and “is:changed” tell what came and what changed since.</source>
        <translation>Приемете това, което е тук сега, от менюто „Приета норма“, и „is:new“ и „is:changed“ ще показват какво се е появило и какво се е променило оттогава.</translation>
    </message>
</context>
<context>
    <name>portolan::Evidence</name>
    <message>
        <source>observed</source>
        <comment>how a fact is known</comment>
        <translation>наблюдение</translation>
    </message>
    <message>
        <source>inferred</source>
        <comment>how a fact is known</comment>
        <translation>извод</translation>
    </message>
    <message>
        <source>knowledge</source>
        <comment>how a fact is known</comment>
        <translation>сведение</translation>
    </message>
    <message>
        <source>The port is registered for this very service: %1</source>
        <translation>Портът е регистриран точно за тази услуга: %1</translation>
    </message>
    <message>
        <source>Known to use this port: %1</source>
        <translation>Познат ползвател на този порт: %1</translation>
    </message>
    <message>
        <source>Its program is installed where only the administrator can write: %1</source>
        <translation>Програмата е инсталирана там, където само администраторът може да пише: %1</translation>
    </message>
    <message>
        <source>The service manager started it as %1</source>
        <translation>Стартирано е от мениджъра на услуги като %1</translation>
    </message>
    <message>
        <source>The kernel itself opened the socket</source>
        <translation>Сокетът е отворен от самото ядро</translation>
    </message>
    <message>
        <source>It runs in the container %1</source>
        <translation>Работи в контейнера %1</translation>
    </message>
    <message>
        <source>A script or development tool of the person who started it: %1</source>
        <translation>Скрипт или средство за разработка на човека, който го е стартирал: %1</translation>
    </message>
    <message>
        <source>A passing UDP port, as programs open them to ask a question</source>
        <translation>Временен UDP порт, какъвто програмите отварят, за да отправят запитване</translation>
    </message>
    <message>
        <source>Its program was put there by hand, not by the system: %1</source>
        <translation>Програмата е поставена там ръчно, а не от системата: %1</translation>
    </message>
    <message>
        <source>Its owner cannot be seen</source>
        <translation>Собственикът не може да се види</translation>
    </message>
    <message>
        <source>Its owner is concluded from the control group %1</source>
        <translation>Собственикът е установен по извод от контролната група %1</translation>
    </message>
    <message>
        <source>Its program file was deleted after it started</source>
        <translation>Файлът на програмата е изтрит след стартирането ѝ</translation>
    </message>
    <message>
        <source>Its program file was replaced since it started, as an upgrade does; a restart is pending</source>
        <translation>Файлът на програмата е заменен след стартирането ѝ, както става при обновяване; предстои рестартиране</translation>
    </message>
    <message>
        <source>It runs from a temporary folder: %1</source>
        <translation>Работи от временна папка: %1</translation>
    </message>
    <message>
        <source>It runs from a hidden folder: %1</source>
        <translation>Работи от скрита папка: %1</translation>
    </message>
    <message>
        <source>It runs from memory; there is no program file</source>
        <translation>Работи само от паметта; няма файл на програмата</translation>
    </message>
    <message>
        <source>It bears a kernel thread&apos;s name, %1, but runs a program</source>
        <translation>Носи име на нишка на ядрото, %1, но изпълнява програма</translation>
    </message>
    <message>
        <source>It bears a well-known daemon&apos;s name, %1, but runs from another place</source>
        <translation>Носи името на известна системна услуга, %1, но работи от друго място</translation>
    </message>
    <message>
        <source>The port&apos;s registration, %1, exists on paper only</source>
        <translation>Регистрацията на порта, %1, съществува само на хартия</translation>
    </message>
    <message>
        <source>The port lies where malware is known to have listened: %1</source>
        <translation>Портът попада там, където се знае, че е слушал зловреден софтуер: %1</translation>
    </message>
    <message>
        <source>Nothing known uses this port today</source>
        <translation>Не е известно нещо днес да ползва този порт</translation>
    </message>
    <message>
        <source>It can be reached from the network</source>
        <translation>Достъпен е от мрежата</translation>
    </message>
    <message>
        <source>Only programs on this machine can reach it</source>
        <translation>Достъпен е само за програми на тази машина</translation>
    </message>
    <message>
        <source>Its owner is concluded, not observed</source>
        <translation>Собственикът е установен по извод, не е наблюдаван</translation>
    </message>
    <message>
        <source>Its program is as the package shipped it: %1</source>
        <translation>Програмата му е каквато я е доставил пакетът: %1</translation>
    </message>
    <message>
        <source>Its program is not as the package shipped it: %1</source>
        <translation>Програмата му не е каквато я е доставил пакетът: %1</translation>
    </message>
    <message>
        <source>The service manager opened the port for the unit %1</source>
        <translation>Мениджърът на услуги е отворил порта за %1</translation>
    </message>
    <message>
        <source>It passes on what reaches the port to the container %1</source>
        <translation>Препраща пристигащото на порта към контейнера %1</translation>
    </message>
    <message>
        <source>It shows a title of its own, as many daemons do: %1</source>
        <translation>Показва собствено заглавие, както правят много услуги: %1</translation>
    </message>
    <message>
        <source>Before it, another program held the port: %1</source>
        <translation>Преди него портът се държеше от друга програма: %1</translation>
    </message>
    <message>
        <source>Everybody on this machine can put another program in its place, in %1</source>
        <translation>Всеки на тази машина може да постави друга програма на нейно място, в %1</translation>
    </message>
    <message>
        <source>Its program was built here by the person who runs it: %1</source>
        <translation>Програмата е компилирана тук от този, който я изпълнява: %1</translation>
    </message>
    <message>
        <source>You accepted it as normal on %1</source>
        <translation>Приет е като нормален на %1</translation>
    </message>
    <message>
        <source>It is not in what you accepted as normal</source>
        <translation>Не е сред приетото като нормално</translation>
    </message>
    <message>
        <source>Asked, it answers as %2 should: %1</source>
        <translation>Запитан, отговаря, както %2 трябва: %1</translation>
    </message>
    <message>
        <source>Registered as %2, it answers %1</source>
        <translation>Регистриран е като %2, а отговаря %1</translation>
    </message>
    <message>
        <source>Asked, it answers %1</source>
        <translation>Запитан, отговаря %1</translation>
    </message>
</context>
<context>
    <name>portolan::Explanation</name>
    <message>
        <source>Port 0 is reserved and nothing can listen on it: a program that asks for port 0 is given any free port by the system.</source>
        <translation>Порт 0 е запазен и на него нищо не може да слуша: програма, която поиска порт 0, получава от системата произволен свободен порт.</translation>
    </message>
    <message>
        <source>A system port (0 to 1023), for the services a network is built on; the registry gives these out only after review. On most Unix-like systems a program needs elevated privilege to listen here.</source>
        <translation>Системен порт (0 до 1023), за услугите, върху които се гради мрежата; регистърът дава такива портове само след преглед. В повечето системи от рода на Unix програмата се нуждае от повишени права, за да слуша тук.</translation>
    </message>
    <message>
        <source>A registered port (1024 to 49151): the registry keeps a list so that each program can be found at the same number everywhere and firewalls and people know what to expect. Listening here needs no elevated privilege: any program of any user may do it, registered or not.</source>
        <translation>Регистриран порт (1024 до 49151): регистърът води списък, за да се намира всяка програма навсякъде на един и същ номер, а защитните стени и хората да знаят какво да очакват. За слушане тук не са нужни повишени права: може го всяка програма на всеки потребител, регистрирана или не.</translation>
    </message>
    <message>
        <source>A dynamic port (49152 to 65535): never registered to anybody. Programs take these for a while and give them back, so the number itself tells nothing. Listening here needs no elevated privilege.</source>
        <translation>Динамичен порт (49152 до 65535): не се регистрира на никого. Програмите вземат такива портове за кратко и ги връщат, затова самият номер не говори нищо. За слушане тук не са нужни повишени права.</translation>
    </message>
    <message>
        <source>In IANA&apos;s registry for %1, filed by %2.</source>
        <translation>Вписан в регистъра на IANA за %1 по заявка на %2.</translation>
    </message>
    <message>
        <source>In IANA&apos;s registry for %1.</source>
        <translation>Вписан в регистъра на IANA за %1.</translation>
    </message>
    <message>
        <source>Registered %1, changed %2.</source>
        <translation>Регистриран: %1, променен: %2.</translation>
    </message>
    <message>
        <source>Registered %1.</source>
        <translation>Регистриран: %1.</translation>
    </message>
    <message>
        <source>The row was changed %1; when it was first filed is not recorded.</source>
        <translation>Вписването е променено (%1); кога е направено за пръв път, не е отбелязано.</translation>
    </message>
    <message>
        <source>Defined by %1.</source>
        <translation>Определен в %1.</translation>
    </message>
    <message>
        <source>The row names no RFC or other document and bears no date.</source>
        <translation>Вписването не сочи RFC или друг документ и няма дата.</translation>
    </message>
    <message>
        <source>The row names no RFC or other document.</source>
        <translation>Вписването не сочи RFC или друг документ.</translation>
    </message>
    <message>
        <source>No program is known here that uses it: a ghost registration. The paperwork was filed, the number was reserved, and nothing that anybody met followed.</source>
        <translation>Не е известна програма, която да го ползва: регистрация само на хартия. Документите са подадени, номерът е запазен, а после не се е появило нищо, което някой да е срещал.</translation>
    </message>
    <message>
        <source>dynamic range</source>
        <translation>динамичен диапазон</translation>
    </message>
    <message>
        <source>not open to registration</source>
        <translation>не подлежи на регистрация</translation>
    </message>
    <message>
        <source>The registry has no rows for 49152 to 65535 (RFC 6335).</source>
        <translation>В регистъра няма вписвания за 49152 до 65535 (RFC 6335).</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>запазен</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>неразпределен</translation>
    </message>
    <message>
        <source>part of %1-%2</source>
        <translation>част от %1–%2</translation>
    </message>
    <message>
        <source>The registry holds this number back and gives it to nobody.</source>
        <translation>Регистърът пази този номер и не го дава на никого.</translation>
    </message>
    <message>
        <source>The registry has given this number to nobody, so whatever listens here chose it by itself.</source>
        <translation>Регистърът не е дал този номер на никого: каквото и да слуша тук, само го е избрало.</translation>
    </message>
    <message>
        <source>That is the row for %1; for %2 the registry lists nothing.</source>
        <translation>Това е вписването за %1; за %2 в регистъра няма нищо.</translation>
    </message>
    <message>
        <source>The registry itself remarks: “%1”.</source>
        <translation>Самият регистър отбелязва: „%1“.</translation>
    </message>
    <message>
        <source>Also listed under this number: %1.</source>
        <translation>Под този номер са вписани още: %1.</translation>
    </message>
    <message>
        <source>Nothing can be concluded from a number in this range, neither good nor bad: what matters is the program that took it, and whether it should be reachable.</source>
        <translation>От номер в този диапазон не следва нищо – нито добро, нито лошо: важното е коя програма го е взела и трябва ли тя да е достъпна.</translation>
    </message>
    <message>
        <source>A program may still have a habit here; the known uses say which.</source>
        <translation>Все пак някоя програма може да има навик да слуша тук; коя – казват известните употреби.</translation>
    </message>
    <message>
        <source>The map is not the territory: the registry records what somebody meant to use a number for, not what is running on it.</source>
        <translation>Картата не е територията: регистърът записва за какво някой е възнамерявал да ползва даден номер, а не какво работи на него.</translation>
    </message>
    <message>
        <source>There are thousands of entries like this one; a reservation is easily made, a program that people run is not. Other software moves in quietly, and malware likes such quiet corners because traffic there draws no attention.</source>
        <translation>Такива вписвания има хиляди: номер се запазва лесно, програма, която хората да ползват, се прави трудно. Друг софтуер тихо заема мястото, а зловредният обича такива тихи кътчета, защото трафикът там не привлича внимание.</translation>
    </message>
    <message>
        <source>That malware once listened here says nothing of your machine by itself: it chose the number because it was free, not because the number belongs to it.</source>
        <translation>Това, че тук някога е слушал зловреден софтуер, само по себе си не говори нищо за вашата машина: той е избрал номера, защото е бил свободен, а не защото е негов.</translation>
    </message>
    <message>
        <source>Here the name in the registry and the program you meet are likely to differ, so the name is no reason to trust or to fear it.</source>
        <translation>Тук името в регистъра и програмата, която ще срещнете, вероятно се различават; затова името не е повод нито за доверие, нито за страх.</translation>
    </message>
    <message>
        <source>With neither a registration nor a known user, only the process can tell what this is.</source>
        <translation>Щом няма нито регистрация, нито известен ползвател, само процесът може да каже какво е това.</translation>
    </message>
    <message>
        <source>Most of the time the expected program is there; nothing prevents another from taking the number first.</source>
        <translation>Най-често тук е очакваната програма; нищо обаче не пречи друга да заеме номера преди нея.</translation>
    </message>
    <message>
        <source>If a log or a firewall shows port 0, look at the tool that wrote it: it stands for “no port”, for instance in fragments and in ICMP.</source>
        <translation>Ако журнал или защитна стена показва порт 0, вижте кой инструмент го е записал: означава „няма порт“, например при фрагменти и ICMP.</translation>
    </message>
    <message>
        <source>Look at what is running: the process, its file and who started it answer more than any list of ports.</source>
        <translation>Вижте какво работи: процесът, файлът му и кой го е стартирал казват повече от всеки списък с портове.</translation>
    </message>
    <message>
        <source>An unrecognised process here is worth investigating: no ordinary program is known to need this port. A recognised one is not: any program may use a free number.</source>
        <translation>Непознат процес тук заслужава проверка: не е известна обикновена програма, на която този порт да е нужен. Познат процес – не: всяка програма може да ползва свободен номер.</translation>
    </message>
    <message>
        <source>If the process is one of the known programs and you or your system installed it, there is nothing to do. If the name fits but the file lies in a temporary or home folder, look closer.</source>
        <translation>Ако процесът е от известните програми и сте го инсталирали вие или системата, не е нужно да правите нищо. Ако името съвпада, но файлът е във временна или домашна папка, вгледайте се.</translation>
    </message>
    <message>
        <source>If you recognise the process there is nothing to do; if not, find out where its file came from before you stop it.</source>
        <translation>Ако процесът ви е познат, не е нужно да правите нищо; ако не – разберете откъде е дошъл файлът му, преди да го спрете.</translation>
    </message>
    <message>
        <source>A closed port with old malware in its history needs no action. For an open one, compare the program&apos;s file with its package, and run a scanner if nobody installed it.</source>
        <translation>Затворен порт със стар зловреден софтуер в историята си не изисква действие. Ако е отворен, сравнете файла на програмата с пакета ѝ, а ако никой не я е инсталирал, пуснете проверка за зловреден софтуер.</translation>
    </message>
    <message>
        <source>If firewall logs show this port from a time when somebody in the household played online, the game is the likely cause.</source>
        <translation>Ако журналите на защитната стена показват този порт по време, когато някой у дома е играл онлайн, вероятната причина е играта.</translation>
    </message>
    <message>
        <source>If nobody outside this machine needs it, let it listen on the loopback address only, or close it in the firewall.</source>
        <translation>Ако не е нужен на никого извън тази машина, настройте програмата да слуша само на вътрешния адрес (loopback) или затворете порта в защитната стена.</translation>
    </message>
    <message>
        <source>Nothing can listen here, so a list that shows this port tells of something else.</source>
        <translation>Тук нищо не може да слуша, затова списък, който показва този порт, говори за нещо друго.</translation>
    </message>
    <message>
        <source>Here nobody has meant anything by it, so only the process can tell what this is.</source>
        <translation>Тук никой не е вложил нищо в номера, затова само процесът може да каже какво е това.</translation>
    </message>
</context>
<context>
    <name>portolan::ExplanationPanel</name>
    <message>
        <source>Explanation</source>
        <translation>Обяснение</translation>
    </message>
    <message>
        <source>Select a port to see what it is for and what is really there.</source>
        <translation>Изберете порт, за да видите за какво е и какво наистина стои там.</translation>
    </message>
    <message>
        <source>Transport and range</source>
        <translation>Протокол и диапазон</translation>
    </message>
    <message>
        <source>The map</source>
        <translation>Картата</translation>
    </message>
    <message>
        <source>The territory</source>
        <translation>Територията</translation>
    </message>
    <message>
        <source>Known uses</source>
        <translation>Известни употреби</translation>
    </message>
    <message>
        <source>Check it yourself</source>
        <translation>Проверете сами</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Защо е важно</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Какво да направите</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Порт %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>transport and range</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Around %1</source>
        <translation>Около %1</translation>
    </message>
    <message>
        <source>The port&apos;s story</source>
        <translation>Историята на порта</translation>
    </message>
    <message>
        <source>Further reading</source>
        <translation>За по-нататъшно четене</translation>
    </message>
    <message>
        <source>Was this useful?</source>
        <translation>Беше ли полезно?</translation>
    </message>
    <message>
        <source>What speaks there</source>
        <translation>Какво говори там</translation>
    </message>
</context>
<context>
    <name>portolan::ExplanationText</name>
    <message>
        <source>, probably pid %1, %2</source>
        <translation>, вероятно pid %1, %2</translation>
    </message>
    <message>
        <source>, pid %1, %2</source>
        <translation>, pid %1, %2</translation>
    </message>
    <message>
        <source>The kernel</source>
        <translation>Ядрото</translation>
    </message>
    <message>
        <source>, user %1</source>
        <translation>, потребител %1</translation>
    </message>
    <message>
        <source>Owner not known</source>
        <translation>Неизвестен собственик</translation>
    </message>
    <message numerus="yes">
        <source>and %n more address(es)</source>
        <translation>
            <numerusform>и още %n адрес</numerusform>
            <numerusform>и още %n адреса</numerusform>
        </translation>
    </message>
    <message>
        <source> (network namespace %1)</source>
        <translation> (мрежово пространство %1)</translation>
    </message>
    <message numerus="yes">
        <source>%n processes hold the socket.</source>
        <translation>
            <numerusform>%n процес държи сокета.</numerusform>
            <numerusform>%n процеса държат сокета.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unit: %1</source>
        <translation>Услуга (systemd): %1</translation>
    </message>
    <message>
        <source>Container: %1 (%2)</source>
        <translation>Контейнер: %1 (%2)</translation>
    </message>
    <message>
        <source>Package: %1 %2</source>
        <translation>Пакет: %1 %2</translation>
    </message>
    <message>
        <source>Something listens here</source>
        <translation>Тук слуша нещо</translation>
    </message>
    <message>
        <source>Select its row in the table to see what.</source>
        <translation>Изберете реда му в таблицата, за да видите какво.</translation>
    </message>
    <message>
        <source>Nothing listens here</source>
        <translation>Тук не слуша нищо</translation>
    </message>
    <message>
        <source>No program on this machine accepts traffic on this port now.</source>
        <translation>В момента никоя програма на тази машина не приема трафик на този порт.</translation>
    </message>
    <message>
        <source> · ports %1–%2</source>
        <translation> · портове %1–%2</translation>
    </message>
    <message>
        <source>source</source>
        <translation>източник</translation>
    </message>
    <message>
        <source> · confidence %1</source>
        <comment>low, medium or high</comment>
        <translation> · достоверност: %1</translation>
    </message>
    <message>
        <source>Source: </source>
        <translation>Източник: </translation>
    </message>
    <message>
        <source>See also: </source>
        <translation>Вижте също: </translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>порт %1</translation>
    </message>
</context>
<context>
    <name>portolan::ExportDialog</name>
    <message>
        <source>Export report</source>
        <translation>Запазване на отчет</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Избор…</translation>
    </message>
    <message numerus="yes">
        <source>All %n listener(s)</source>
        <translation>
            <numerusform>Всичко: %n слушащ порт</numerusform>
            <numerusform>Всички %n слушащи порта</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n filtered</source>
        <translation>
            <numerusform>Само %n по филтъра</numerusform>
            <numerusform>Само %n по филтъра</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n selected</source>
        <translation>
            <numerusform>Само %n избран</numerusform>
            <numerusform>Само %n избрани</numerusform>
        </translation>
    </message>
    <message>
        <source>For reports that leave this machine</source>
        <translation>За отчети, които напускат тази машина</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Напредък</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Отваряне</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показване в папката</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Запазване</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Затваряне</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Файл:</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>Какво:</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Уеб страница (*.html)</translation>
    </message>
    <message>
        <source>Snapshot (*.json)</source>
        <translation>Снимка (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Таблица (*.csv)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>filter: %1</source>
        <translation>филтър: %1</translation>
    </message>
    <message>
        <source>selected listeners only</source>
        <translation>само избраните слушащи портове</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Дайте име на файла.</translation>
    </message>
    <message>
        <source>A file of this name exists. Replace it?</source>
        <translation>Вече има файл с това име. Да бъде ли заменен?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Замяна</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Записан в %1</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Отказано. Нищо не беше записано.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Replace by pseudonyms:</source>
        <translation>Замяна с псевдоними:</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Потребители</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Пътища</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Аргументи</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Име на машината</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Контейнери</translation>
    </message>
    <message>
        <source>The ending chooses the format: .html, .pdf, .md, .json or .csv</source>
        <translation>Окончанието избира формата: .html, .pdf, .md, .json или .csv</translation>
    </message>
    <message>
        <source>Pre&amp;view…</source>
        <translation>Преглед…</translation>
    </message>
    <message>
        <source>See what the file will say, and print it</source>
        <translation>Какво ще пише във файла, и печат</translation>
    </message>
    <message>
        <source>Pages to print (*.pdf)</source>
        <translation>Страници за печат (*.pdf)</translation>
    </message>
    <message>
        <source>The ending of “%1” is none of .html, .pdf, .md, .json and .csv. Change it to the format you want.</source>
        <translation>Окончанието на „%1“ не е никое от .html, .pdf, .md, .json и .csv. Сменете го с желания формат.</translation>
    </message>
</context>
<context>
    <name>portolan::FileRevealer</name>
    <message>
        <source>This program has no file: it exists in memory only.</source>
        <translation>Тази програма няма файл: тя съществува само в паметта.</translation>
    </message>
    <message>
        <source>The program file is gone. This is the folder it was started from.</source>
        <translation>Файлът на програмата вече го няма. Това е папката, от която е стартирана.</translation>
    </message>
    <message>
        <source>The program file and its folder %1 are gone.</source>
        <translation>Файлът на програмата и папката му %1 вече ги няма.</translation>
    </message>
    <message>
        <source>No file manager could be started. The folder is %1</source>
        <translation>Не можа да се стартира файлов мениджър. Папката е %1</translation>
    </message>
</context>
<context>
    <name>portolan::FilterChips</name>
    <message>
        <source>Terms of the filter</source>
        <translation>Изрази във филтъра</translation>
    </message>
    <message>
        <source>%1  ×</source>
        <comment>a term and the sign of taking it out</comment>
        <translation>%1  ×</translation>
    </message>
    <message>
        <source>Take out %1, which is not understood</source>
        <translation>Махане на %1, който не се разбира</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>Махане на %1</translation>
    </message>
    <message>
        <source>Not understood. Click to take it out.</source>
        <translation>Не се разбира. Щракнете, за да го махнете.</translation>
    </message>
    <message>
        <source>Click to take this term out of the filter; the menu turns it into its opposite.</source>
        <translation>Щракнете, за да махнете този израз от филтъра; менюто го обръща в противоположния.</translation>
    </message>
    <message>
        <source>Find what it finds</source>
        <translation>Търсене на това, което намира</translation>
    </message>
    <message>
        <source>Leave out what it finds</source>
        <translation>Изключване на това, което намира</translation>
    </message>
</context>
<context>
    <name>portolan::FilterCompleter</name>
    <message>
        <source>Suggestions for the filter</source>
        <translation>Предложения за филтъра</translation>
    </message>
</context>
<context>
    <name>portolan::FilterField</name>
    <message>
        <source>Filter</source>
        <translation>Филтър</translation>
    </message>
    <message>
        <source>Filter: try port:3000-4000, verdict:investigate or owner:node</source>
        <translation>Филтър: опитайте port:3000-4000, verdict:investigate или owner:node</translation>
    </message>
    <message>
        <source>Arrow down offers what can be typed here; F1 tells the filter language.</source>
        <translation>Стрелка надолу предлага какво може да се напише тук; F1 обяснява езика на филтъра.</translation>
    </message>
</context>
<context>
    <name>portolan::FilterHelp</name>
    <message>
        <source>The filter language</source>
        <translation>Езикът на филтъра</translation>
    </message>
    <message>
        <source>Words are looked for in port, service, owner, user, unit, container, package, program, command line, addresses and your notes. A number is a port. Several terms must all hold. A “-” in front leaves out what a term finds, as in -loopback. Commas mean “or”, as in port:22,80. Quotation marks keep spaces together, as in owner:&quot;web server&quot;. Values out of a list may be shortened, as in verdict:inv. portolan-cli understands the same language, after --filter.</source>
        <translation>Думите се търсят в порт, услуга, собственик, потребител, единица, контейнер, пакет, програма, команден ред, адреси и вашите бележки. Число означава порт. Няколко израза трябва да важат заедно. „-“ отпред изключва това, което изразът намира, както в -loopback. Запетаите значат „или“, както в port:22,80. Кавичките държат интервалите заедно, както в owner:&quot;web server&quot;. Стойностите от списък могат да се съкращават, както в verdict:inv. portolan-cli разбира същия език след --filter.</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Изрази</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>Намира</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Стойности</translation>
    </message>
    <message>
        <source>&amp;Add to the filter</source>
        <translation>&amp;Добавяне към филтъра</translation>
    </message>
</context>
<context>
    <name>portolan::FilterKey</name>
    <message>
        <source>ports, ranges and lists of them</source>
        <translation>портове, диапазони и списъци от тях</translation>
    </message>
    <message>
        <source>what it was judged to be</source>
        <translation>каква оценка е получил</translation>
    </message>
    <message>
        <source>process, unit or container that holds it</source>
        <translation>процес, единица или контейнер, който го държи</translation>
    </message>
    <message>
        <source>whose it is</source>
        <translation>чий е</translation>
    </message>
    <message>
        <source>who can reach it</source>
        <translation>кой може да го достигне</translation>
    </message>
    <message>
        <source>TCP or UDP</source>
        <translation>TCP или UDP</translation>
    </message>
    <message>
        <source>how it stands to what you accepted</source>
        <translation>как се отнася към приетото от вас</translation>
    </message>
    <message>
        <source>systemd unit</source>
        <translation>единица на systemd</translation>
    </message>
    <message>
        <source>name, engine, id or image of its container</source>
        <translation>име, среда, номер или образ на контейнера му</translation>
    </message>
    <message>
        <source>package that shipped its program</source>
        <translation>пакетът, с който е дошла програмата</translation>
    </message>
    <message>
        <source>what is special about the port</source>
        <translation>какво е особеното на порта</translation>
    </message>
    <message>
        <source>what the port is registered as</source>
        <translation>като какво е регистриран портът</translation>
    </message>
    <message>
        <source>local address or interface</source>
        <translation>локален адрес или интерфейс</translation>
    </message>
    <message>
        <source>network namespace; “host” is this machine&apos;s own</source>
        <translation>мрежово пространство; „host“ е това на самата машина</translation>
    </message>
    <message>
        <source>process id</source>
        <translation>номер на процес</translation>
    </message>
    <message>
        <source>what you noted about it</source>
        <translation>какво сте си записали за него</translation>
    </message>
    <message>
        <source>from the network</source>
        <translation>от мрежата</translation>
    </message>
    <message>
        <source>from the same link only</source>
        <translation>само от същата връзка</translation>
    </message>
    <message>
        <source>from the container&apos;s network</source>
        <translation>от мрежата на контейнера</translation>
    </message>
    <message>
        <source>from this machine only</source>
        <translation>само от тази машина</translation>
    </message>
    <message>
        <source>not in what you accepted</source>
        <translation>не е сред приетото от вас</translation>
    </message>
    <message>
        <source>accepted, and as it was then</source>
        <translation>приет и такъв, какъвто беше</translation>
    </message>
    <message>
        <source>accepted, and no longer as it was</source>
        <translation>приет, но вече не е същият</translation>
    </message>
</context>
<context>
    <name>portolan::FilterMenu</name>
    <message>
        <source>F&amp;ilter</source>
        <translation>Ф&amp;илтър</translation>
    </message>
    <message>
        <source>No filter was saved yet</source>
        <translation>Още няма запазен филтър</translation>
    </message>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>&amp;Запазване на този филтър…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>За&amp;бравяне</translation>
    </message>
    <message>
        <source>The filter &amp;language…</source>
        <translation>&amp;Езикът на филтъра…</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Запазване на филтъра</translation>
    </message>
    <message>
        <source>Name of the filter %1:</source>
        <translation>Име на филтъра %1:</translation>
    </message>
</context>
<context>
    <name>portolan::FilterSuggestionModel</name>
    <message>
        <source>%1: %2</source>
        <comment>a term of the filter and what it finds</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>portolan::FullView</name>
    <message>
        <source>The system is asking for permission.</source>
        <translation>Системата иска разрешение.</translation>
    </message>
    <message>
        <source>Until the window closes, a helper tells which processes of other users hold ports.</source>
        <translation>Докато прозорецът е отворен, помощна програма съобщава кои процеси на други потребители държат портове.</translation>
    </message>
    <message>
        <source>The request was cancelled. Nothing has changed.</source>
        <translation>Искането беше отказано. Нищо не е променено.</translation>
    </message>
    <message>
        <source>The system did not give permission, or had no way to ask for a password. Nothing has changed.</source>
        <translation>Системата не даде разрешение или нямаше как да поиска парола. Нищо не е променено.</translation>
    </message>
    <message>
        <source>This works only where Portolan is installed for all users, with its helper where nobody but root can change it. Nothing has changed.</source>
        <translation>Това е възможно само когато Portolan е инсталиран за всички потребители и помощната му програма е на място, което само root може да променя. Нищо не е променено.</translation>
    </message>
    <message>
        <source>Nothing that asks for permission (pkexec) is installed. Nothing has changed.</source>
        <translation>Не е инсталирано нищо, което да поиска разрешение (pkexec). Нищо не е променено.</translation>
    </message>
    <message>
        <source>The helper has ended. Owners are inferred again, as before.</source>
        <translation>Помощната програма приключи. Собствениците отново се установяват по извод, както преди.</translation>
    </message>
</context>
<context>
    <name>portolan::FullViewButton</name>
    <message>
        <source>See less again</source>
        <translation>Край на пълния поглед</translation>
    </message>
    <message>
        <source>Asking for permission…</source>
        <translation>Искане на разрешение…</translation>
    </message>
    <message>
        <source>See them fully…</source>
        <translation>Пълен поглед…</translation>
    </message>
    <message>
        <source>See them fully</source>
        <translation>Пълен поглед</translation>
    </message>
    <message>
        <source>Ends the helper; owners are inferred again</source>
        <translation>Спира помощната програма; собствениците отново се установяват по извод</translation>
    </message>
    <message>
        <source>Asks for permission to read which processes of other users hold ports</source>
        <translation>Иска разрешение да се прочете кои процеси на други потребители държат портове</translation>
    </message>
</context>
<context>
    <name>portolan::FullViewMessage</name>
    <message>
        <source>Dismiss</source>
        <translation>Скриване</translation>
    </message>
</context>
<context>
    <name>portolan::History</name>
    <message>
        <source>The history is not kept: Qt&apos;s driver for SQLite is missing. Install it (Debian: libqt6sql6-sqlite).</source>
        <translation>Историята не се пази: липсва драйверът на Qt за SQLite. Инсталирайте го (в Debian: libqt6sql6-sqlite).</translation>
    </message>
    <message>
        <source>The history is not kept: the folder of “%1” does not exist and cannot be made. Make it, or look at the permissions of the one above.</source>
        <translation>Историята не се пази: папката на „%1“ не съществува и не може да бъде създадена. Създайте я или проверете правата на горната.</translation>
    </message>
    <message>
        <source>The history is not kept: “%1” cannot be opened (%2). Look at its permissions and its folder&apos;s.</source>
        <translation>Историята не се пази: „%1“ не може да бъде отворен (%2). Проверете правата му и тези на папката му.</translation>
    </message>
    <message>
        <source>The history is shown and not kept: “%1” or its folder cannot be written. Recording goes on when it can.</source>
        <translation>Историята се показва, но не се пази: в „%1“ или в папката му не може да се пише. Записът продължава, щом стане възможно.</translation>
    </message>
    <message>
        <source>The history is not kept for the moment: another program holds “%1” locked. Recording goes on when that lets go.</source>
        <translation>В момента историята не се пази: друга програма държи „%1“ заключен. Записът продължава, щом тя го освободи.</translation>
    </message>
    <message>
        <source>Another Portolan records into “%1”. This one shows what that records.</source>
        <translation>Друг Portolan записва в „%1“. Този показва записаното от него.</translation>
    </message>
    <message>
        <source>The history is not kept: a newer Portolan wrote “%1”, and it is left as it is. Use that one, or move the file away.</source>
        <translation>Историята не се пази: „%1“ е записан от по-нов Portolan и се оставя, както е. Използвайте него или преместете файла.</translation>
    </message>
    <message>
        <source>The history is not kept: “%1” is a database of another program and could not be moved away. Move it away yourself.</source>
        <translation>Историята не се пази: „%1“ е база данни на друга програма и не можа да бъде преместен. Преместете го сами.</translation>
    </message>
    <message>
        <source>The history is not kept: “%1” is damaged and could not be moved aside. Move it away yourself.</source>
        <translation>Историята не се пази: „%1“ е повреден и не можа да бъде преместен настрана. Преместете го сами.</translation>
    </message>
    <message>
        <source>The history is not kept for the moment: there is no room left where “%1” is. Recording goes on when there is.</source>
        <translation>В момента историята не се пази: няма повече място там, където е „%1“. Записът продължава, щом се освободи.</translation>
    </message>
    <message>
        <source>The history is not kept for the moment: “%1” could not be read or written (%2). It is tried again.</source>
        <translation>В момента историята не се пази: „%1“ не можа да бъде прочетен или записан (%2). Опитва се отново.</translation>
    </message>
    <message>
        <source>“%1” was the database of another program. It was moved to “%2”, and a new history was begun.</source>
        <translation>„%1“ беше база данни на друга програма. Преместен е в „%2“ и е започната нова история.</translation>
    </message>
    <message>
        <source>The history in “%1” is damaged. It was moved to “%2”, and a new one was begun; “sqlite3 FILE .recover” may bring back what can be read of it.</source>
        <translation>Историята в „%1“ е повредена. Преместена е в „%2“ и е започната нова; „sqlite3 ФАЙЛ .recover“ може да върне онова, което се чете.</translation>
    </message>
    <message>
        <source>“%1” was moved, removed or replaced while it was in use. What was recorded until then went with it; recording goes on in the file that is there.</source>
        <translation>„%1“ беше преместен, изтрит или заменен, докато се използваше. Записаното дотогава си отиде с него; записът продължава във файла, който е там.</translation>
    </message>
</context>
<context>
    <name>portolan::HistoryHoldersChart</name>
    <message>
        <source>Who held the port</source>
        <translation>Кой е държал порта</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <comment>owner over tcp or udp</comment>
        <translation>%1 по %2</translation>
    </message>
    <message>
        <source>Nobody was seen holding it in this time.</source>
        <translation>През това време никой не е видян да го държи.</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>when: owner, verdict, addresses</comment>
        <translation>%1: %2, %3, %4</translation>
    </message>
    <message>
        <source>seen from %1 to %2</source>
        <translation>виждан от %1 до %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сега</translation>
    </message>
    <message numerus="yes">
        <source>Port %1: %n owner(s) in this time.</source>
        <translation>
            <numerusform>Порт %1: %n собственик през това време.</numerusform>
            <numerusform>Порт %1: %n собственици през това време.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::HistoryModel</name>
    <message>
        <source>Owner</source>
        <translation>Собственик</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Време</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Събитие</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Addresses, or what changed</source>
        <translation>Адреси или какво се е променило</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>portolan::HistoryPortPanel</name>
    <message>
        <source>Who held port %1, %2</source>
        <comment>port, period</comment>
        <translation>Кой е държал порт %1, %2</translation>
    </message>
    <message>
        <source> (only the latest are shown)</source>
        <translation> (показани са само последните)</translation>
    </message>
</context>
<context>
    <name>portolan::HistorySettingsDialog</name>
    <message>
        <source>&amp;Clear history…</source>
        <translation>&amp;Изчистване на историята…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source> days</source>
        <translation> дни</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>What is older, or more than that, is forgotten. Command lines are never kept: they may hold passwords.</source>
        <translation>По-старото и онова, което надхвърля границата, се забравя. Командни редове не се пазят никога: в тях може да има пароли.</translation>
    </message>
    <message>
        <source>&amp;Keep for</source>
        <translation>&amp;Пази се</translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation>Най-&amp;много</translation>
    </message>
    <message>
        <source>“%1” holds nothing.</source>
        <translation>В „%1“ няма нищо.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” holds %n event(s) since %2 and takes %3.</source>
        <translation>
            <numerusform>В „%1“ има %n събитие от %2 насам и заема %3.</numerusform>
            <numerusform>В „%1“ има %n събития от %2 насам и заема %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Изчистване на историята</translation>
    </message>
    <message>
        <source>Forget everything that was recorded? It cannot be brought back. What listens now is where the history then begins.</source>
        <translation>Да се забрави ли всичко записано? Няма да може да се върне. Историята ще започне от онова, което слуша сега.</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Изчистване</translation>
    </message>
</context>
<context>
    <name>portolan::HistoryTimeline</name>
    <message>
        <source>Listeners over time</source>
        <translation>Слушащи портове във времето</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>без наблюдение</translation>
    </message>
    <message>
        <source>%1: not watched</source>
        <translation>%1: без наблюдение</translation>
    </message>
    <message>
        <source>%1: no listeners</source>
        <translation>%1: няма слушащи портове</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>when: how many of what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>От %1 до %2.</translation>
    </message>
    <message>
        <source>Most at a time: %1.</source>
        <translation>Най-много наведнъж: %1.</translation>
    </message>
    <message>
        <source>Chosen: %1.</source>
        <translation>Избрано: %1.</translation>
    </message>
    <message>
        <source>At the cursor: %1.</source>
        <translation>При показалеца: %1.</translation>
    </message>
</context>
<context>
    <name>portolan::HistoryView</name>
    <message>
        <source>What happened</source>
        <translation>Какво се случи</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Филтър на историята</translation>
    </message>
    <message>
        <source>Filter: port:3000-4000, owner:node, verdict:investigate…</source>
        <translation>Филтър: port:3000-4000, owner:node, verdict:investigate…</translation>
    </message>
    <message>
        <source>What opened, closed and changed</source>
        <translation>Какво се е отворило, затворило и променило</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копиране</translation>
    </message>
    <message>
        <source>&amp;Show in Listening</source>
        <translation>&amp;Показване в „Слушащи“</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) since %1, %2 on the disk.</source>
        <translation>
            <numerusform>%n събитие от %1 насам, %2 на диска.</numerusform>
            <numerusform>%n събития от %1 насам, %2 на диска.</numerusform>
        </translation>
    </message>
    <message>
        <source>✕ %1</source>
        <comment>stop showing only this span of time</comment>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>How far back to look</source>
        <translation>Колко назад да се гледа</translation>
    </message>
    <message>
        <source>Another period</source>
        <translation>Друг период</translation>
    </message>
    <message>
        <source>A snapshot shows one moment and has no history. Start Portolan without a file to see what opens, closes and changes.</source>
        <translation>Снимката показва един момент и няма история. Стартирайте Portolan без файл, за да видите какво се отваря, затваря и променя.</translation>
    </message>
    <message>
        <source>Looking into the history…</source>
        <translation>Търсене в историята…</translation>
    </message>
    <message>
        <source>Nothing that happened in this time answers. Choose a longer time, or another filter.</source>
        <translation>Нищо от случилото се през това време не отговаря. Изберете по-дълго време или друг филтър.</translation>
    </message>
    <message>
        <source>Nothing has opened, closed or changed in this time.
Start or stop a program that listens, and it appears here. What is there from the start is in Listening; what happens while Portolan is not running is found when it starts again, and the time between is hatched.</source>
        <translation>През това време нищо не се е отворило, затворило или променило.
Пуснете или спрете програма, която слуша, и тя ще се появи тук. Заварените слушащи портове са в „Слушащи“; случилото се, докато Portolan не работи, се открива при следващия старт, а времето между тях е защриховано.</translation>
    </message>
    <message>
        <source>Nothing opened, closed or changed in this time.</source>
        <translation>През това време нищо не се е отворило, затворило или променило.</translation>
    </message>
    <message>
        <source>History &amp;settings…</source>
        <translation>Настройки на &amp;историята…</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Последния час</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Последните 24 часа</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последните 7 дни</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последните 30 дни</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Последните 90 дни</translation>
    </message>
    <message>
        <source>All there is</source>
        <translation>Всичко налично</translation>
    </message>
    <message>
        <source>Stacked by</source>
        <translation>Подреждане по</translation>
    </message>
    <message>
        <source>By verdict</source>
        <translation>По оценка</translation>
    </message>
    <message>
        <source>By range of ports</source>
        <translation>По обхват портове</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Вид събитие</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Всички събития</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Отворени</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Затворени</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Променени</translation>
    </message>
    <message>
        <source>Show the whole period again</source>
        <translation>Показване отново на целия период</translation>
    </message>
    <message>
        <source>The list ends after %1; choose a span of time to see older ones.</source>
        <translation>Списъкът свършва след %1; изберете отрязък от време, за да видите по-старите.</translation>
    </message>
</context>
<context>
    <name>portolan::HistoryWords</name>
    <message>
        <source>%1: %2 → %3</source>
        <comment>what changed: before → after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Собственик</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреси</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>+ opened</source>
        <translation>+ отворен</translation>
    </message>
    <message>
        <source>− closed</source>
        <translation>− затворен</translation>
    </message>
    <message>
        <source>~ changed</source>
        <translation>~ променен</translation>
    </message>
    <message>
        <source>▸ watching began</source>
        <translation>▸ начало на наблюдението</translation>
    </message>
    <message>
        <source>▪ watching ended</source>
        <translation>▪ край на наблюдението</translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s) were there.</source>
        <translation>
            <numerusform>Заварен е %n слушащ порт.</numerusform>
            <numerusform>Заварени са %n слушащи порта.</numerusform>
        </translation>
    </message>
    <message>
        <source>Portolan ended without a word, or could not record. What happened from here on was not seen.</source>
        <translation>Portolan е прекъснат или не е могъл да записва. Случилото се оттук нататък не е видяно.</translation>
    </message>
    <message>
        <source>What happened from here on was not seen.</source>
        <translation>Случилото се оттук нататък не е видяно.</translation>
    </message>
    <message>
        <source>%1 · some time while nobody watched</source>
        <translation>%1 · по някое време без наблюдение</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>when: what happened. more</comment>
        <translation>%1: %2, %3 {1:?} {2.?}</translation>
    </message>
    <message>
        <source>%1: port %2 over %3 %4. Owner: %5. Verdict: %6. %7</source>
        <comment>when: port over protocol event</comment>
        <translation>%1: порт %2 по %3 %4. Собственик: %5. Оценка: %6. %7</translation>
    </message>
    <message>
        <source>System ports (to 1023)</source>
        <translation>Системни портове (до 1023)</translation>
    </message>
    <message>
        <source>Registered ports (1024 to 49151)</source>
        <translation>Регистрирани портове (1024 до 49151)</translation>
    </message>
    <message>
        <source>Dynamic ports (from 49152)</source>
        <translation>Динамични портове (от 49152)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from – to</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>portolan::HoldersModel</name>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Име</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Работи от</translation>
    </message>
</context>
<context>
    <name>portolan::InspectorWords</name>
    <message>
        <source>TCP and UDP</source>
        <translation>TCP и UDP</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>system range 0–1023</source>
        <translation>системен диапазон 0–1023</translation>
    </message>
    <message>
        <source>registered range 1024–49151</source>
        <translation>регистриран диапазон 1024–49151</translation>
    </message>
    <message>
        <source>dynamic range 49152–65535</source>
        <translation>динамичен диапазон 49152–65535</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>transport and port, as in TCP 3155</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>reachable from this machine only</source>
        <translation>само локално</translation>
    </message>
    <message>
        <source>reachable from the local link</source>
        <translation>от мрежовия сегмент</translation>
    </message>
    <message>
        <source>reachable inside its container&apos;s network</source>
        <translation>от мрежата на контейнера</translation>
    </message>
    <message>
        <source>reachable from everywhere</source>
        <translation>отвсякъде</translation>
    </message>
    <message>
        <source>only programs on this machine can connect</source>
        <translation>могат да се свържат само програми на тази машина</translation>
    </message>
    <message>
        <source>only programs on this machine can send to it</source>
        <translation>могат да му изпращат само програми на тази машина</translation>
    </message>
    <message>
        <source>only neighbours on the same network link can connect</source>
        <translation>могат да се свържат само съседи от същия мрежов сегмент</translation>
    </message>
    <message>
        <source>only neighbours on the same network link can send to it</source>
        <translation>могат да му изпращат само съседи от същия мрежов сегмент</translation>
    </message>
    <message>
        <source>whoever reaches its container&apos;s network can connect</source>
        <translation>може да се свърже всеки с достъп до мрежата на контейнера</translation>
    </message>
    <message>
        <source>whoever reaches its container&apos;s network can send to it</source>
        <translation>може да му изпраща всеки с достъп до мрежата на контейнера</translation>
    </message>
    <message>
        <source>anyone who reaches this machine can connect, over IPv6 and IPv4</source>
        <translation>може да се свърже всеки с достъп до тази машина, по IPv6 и IPv4</translation>
    </message>
    <message>
        <source>anyone who reaches this machine can send to it, over IPv6 and IPv4</source>
        <translation>може да му изпраща всеки с достъп до тази машина, по IPv6 и IPv4</translation>
    </message>
    <message>
        <source>anyone who reaches this machine can connect</source>
        <translation>може да се свърже всеки с достъп до тази машина</translation>
    </message>
    <message>
        <source>anyone who reaches this machine can send to it</source>
        <translation>може да му изпраща всеки с достъп до тази машина</translation>
    </message>
    <message>
        <source>anyone who reaches this address can connect</source>
        <translation>може да се свърже всеки с достъп до този адрес</translation>
    </message>
    <message>
        <source>anyone who reaches this address can send to it</source>
        <translation>може да му изпраща всеки с достъп до този адрес</translation>
    </message>
    <message>
        <source>Observed: read from the process that holds the socket.</source>
        <translation>Наблюдение: прочетено от процеса, който държи сокета.</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>преди %n секунда</numerusform>
            <numerusform>преди %n секунди</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>преди %n минута</numerusform>
            <numerusform>преди %n минути</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>преди %n час</numerusform>
            <numerusform>преди %n часа</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>преди %n ден</numerusform>
            <numerusform>преди %n дни</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>what is known to use this port, where it belongs</source>
        <translation>познат ползвател на този порт, на обичайното си място</translation>
    </message>
    <message>
        <source>not what is registered, but there is a known reason</source>
        <translation>различно от регистрираното, но по известна причина</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) do not fit</source>
        <translation>
            <numerusform>%n нещо не се връзва</numerusform>
            <numerusform>%n неща не се връзват</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing known speaks for it, nothing against</source>
        <translation>няма сведения нито за, нито против</translation>
    </message>
    <message>
        <source>Drivers such as VXLAN and WireGuard open ports of their own; &quot;ip -details link&quot; lists them.</source>
        <translation>Драйвери като VXLAN и WireGuard отварят свои портове; „ip -details link“ ги изброява.</translation>
    </message>
    <message>
        <source>Refresh to see whether the port is still open.</source>
        <translation>Обновете, за да видите дали портът още е отворен.</translation>
    </message>
    <message>
        <source>Started outside this container or namespace, Portolan can see the process.</source>
        <translation>Стартиран извън този контейнер или пространство, Portolan може да види процеса.</translation>
    </message>
    <message>
        <source>Inferred. %1</source>
        <translation>Извод. %1</translation>
    </message>
    <message>
        <source>&quot;systemctl status %1&quot; tells more.</source>
        <translation>„systemctl status %1“ казва повече.</translation>
    </message>
    <message>
        <source>&quot;ip -details link show %1&quot; tells more.</source>
        <translation>„ip -details link show %1“ казва повече.</translation>
    </message>
    <message>
        <source>&quot;rpcinfo -p&quot; lists the services that the kernel&apos;s NFS server and its helpers offer.</source>
        <translation>„rpcinfo -p“ изброява услугите, които предлагат NFS сървърът на ядрото и помощниците му.</translation>
    </message>
    <message>
        <source>&quot;See them fully&quot; lets Portolan read which process holds the socket; so does starting it as the administrator.</source>
        <translation>С „Пълен поглед“ Portolan може да прочете кой процес държи сокета; също и стартиран с администраторски права.</translation>
    </message>
    <message>
        <source>Refresh to search again; with &quot;See them fully&quot;, or started as the administrator, Portolan can search every process.</source>
        <translation>Обновете за ново търсене; с „Пълен поглед“ или стартиран с администраторски права, Portolan може да претърси всички процеси.</translation>
    </message>
</context>
<context>
    <name>portolan::JumpField</name>
    <message>
        <source>Jump to port</source>
        <translation>Към порт</translation>
    </message>
    <message>
        <source>3155, 3155/udp or a name</source>
        <translation>3155, 3155/udp или име</translation>
    </message>
    <message>
        <source>A port such as 3155 or 3155/udp, or the name of a service such as ssh</source>
        <translation>Порт като 3155 или 3155/udp или име на услуга като ssh</translation>
    </message>
    <message>
        <source>There is no port %1: ports go from 0 to 65535.</source>
        <translation>Няма порт %1: портовете са от 0 до 65535.</translation>
    </message>
    <message>
        <source>“%1” is neither tcp nor udp.</source>
        <translation>„%1“ не е нито tcp, нито udp.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>port and service in a list</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No port is registered under the name “%1”.</source>
        <translation>Няма порт, записан под името „%1“.</translation>
    </message>
</context>
<context>
    <name>portolan::Knowledge</name>
    <message>
        <source>The program has the very name the port is registered under.</source>
        <translation>Програмата носи точно името, под което е регистриран портът.</translation>
    </message>
    <message>
        <source>IANA Service Name and Transport Protocol Port Number Registry</source>
        <translation>Регистър на IANA за имената на услуги и номерата на портове</translation>
    </message>
    <message>
        <source>like 3155</source>
        <translation>като 3155</translation>
    </message>
    <message>
        <source>malware range</source>
        <translation>диапазон на зловреден софтуер</translation>
    </message>
    <message>
        <source>A known malware family listened on this port or on a range that covers it. That is history of the number, not a finding about this machine.</source>
        <translation>На този порт или на обхващащ го диапазон е слушало известно семейство зловреден софтуер. Това е история на номера, а не находка на тази машина.</translation>
    </message>
    <message>
        <source>ghost</source>
        <translation>само на хартия</translation>
    </message>
    <message>
        <source>Registered without a document or a date, and no program is known that uses it.</source>
        <translation>Регистриран без документ и без дата, а програма, която да го ползва, не е известна.</translation>
    </message>
    <message>
        <source>used by others</source>
        <translation>ползван от други</translation>
    </message>
    <message>
        <source>Used by others than the one it is registered for.</source>
        <translation>Ползван от други, а не от този, за когото е регистриран.</translation>
    </message>
    <message>
        <source>two owners</source>
        <translation>двама ползватели</translation>
    </message>
    <message>
        <source>Two genuine users share the number; only the process tells which one it is.</source>
        <translation>Двама истински ползватели делят номера; кой от тях е тук, казва само процесът.</translation>
    </message>
    <message>
        <source>known by habit</source>
        <translation>познат по навик</translation>
    </message>
    <message>
        <source>Known for a program that the registry does not list there.</source>
        <translation>Познат с програма, която регистърът не вписва там.</translation>
    </message>
    <message>
        <source>game</source>
        <translation>игра</translation>
    </message>
    <message>
        <source>A game is known to use this port.</source>
        <translation>Известно е, че игра ползва този порт.</translation>
    </message>
    <message>
        <source>unauthorised use</source>
        <translation>неразрешена употреба</translation>
    </message>
    <message>
        <source>The registry itself reports that somebody uses this port without having registered it.</source>
        <translation>Самият регистър съобщава, че някой ползва този порт, без да го е регистрирал.</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>неразпределен</translation>
    </message>
    <message>
        <source>The registry has assigned this port to nobody.</source>
        <translation>Регистърът не е дал този порт на никого.</translation>
    </message>
    <message>
        <source>%1 is known to have listened on this very port (confidence: %2).</source>
        <translation>Известно е кой е слушал точно на този порт: %1 (достоверност: %2).</translation>
    </message>
    <message>
        <source>It lies in the ports %1, which malware used: %2.</source>
        <translation>Попада в портовете %1, ползвани от зловреден софтуер: %2.</translation>
    </message>
    <message>
        <source>Games known to use it: %1.</source>
        <translation>Игри, за които е известно, че го ползват: %1.</translation>
    </message>
    <message>
        <source>A single source of low confidence names a game: %1.</source>
        <translation>Само един източник с ниска достоверност посочва игра: %1.</translation>
    </message>
    <message>
        <source>The registry&apos;s own remark: “%1”.</source>
        <translation>Бележка в самия регистър: „%1“.</translation>
    </message>
    <message>
        <source>Several programs meet here: %1.</source>
        <translation>Тук се срещат няколко програми: %1.</translation>
    </message>
    <message>
        <source>Registered for and used by %1, and also used by %2.</source>
        <translation>Регистриран за %1 и ползван по предназначение, но ползван и от %2.</translation>
    </message>
    <message>
        <source>Registered as %1 for TCP and UDP, without a document or a date; no program is known here that uses it.</source>
        <translation>Регистриран като %1 за TCP и UDP, без документ и без дата; не е известна програма, която да го ползва.</translation>
    </message>
    <message>
        <source>Registered as %1, used by %2.</source>
        <translation>Регистриран като %1, ползван от %2.</translation>
    </message>
    <message>
        <source>Not registered, yet known for %1.</source>
        <translation>Не е регистриран, но е познат с %1.</translation>
    </message>
    <message>
        <source>Registered as %1, yet known for %2.</source>
        <translation>Регистриран като %1, но познат с %2.</translation>
    </message>
    <message>
        <source>The registry lists port %1 as unassigned.</source>
        <translation>В регистъра порт %1 е отбелязан като неразпределен.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>от %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>low</source>
        <translation>ниска</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>средна</translation>
    </message>
    <message>
        <source>high</source>
        <translation>висока</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 и още %n</numerusform>
            <numerusform>%1 и още %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Registered on paper only, and on record with malware or with a program of the past, as port 3155 is.</source>
        <translation>Регистриран само на хартия, а в сведенията се свързва със зловреден софтуер или с програма от миналото – както порт 3155.</translation>
    </message>
    <message>
        <source>Like 3155: registered as %1 on paper only, and on record with %2.</source>
        <translation>Като 3155: регистриран като %1 само на хартия, а в сведенията се свързва с %2.</translation>
    </message>
</context>
<context>
    <name>portolan::LegendBar</name>
    <message>
        <source>Legend</source>
        <translation>Легенда</translation>
    </message>
    <message>
        <source>Highlight:</source>
        <translation>Открояване:</translation>
    </message>
    <message>
        <source>Highlight ports with the mark “%1”</source>
        <translation>Открояване на портовете с отметка „%1“</translation>
    </message>
    <message>
        <source>Marks…</source>
        <translation>Отметки…</translation>
    </message>
    <message>
        <source>More marks to highlight ports by</source>
        <translation>Още отметки, по които портовете да се открояват</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <comment>sign, name and number of ports</comment>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Marks… ▾</source>
        <comment>with the sign of a menu</comment>
        <translation>Отметки… ▾</translation>
    </message>
</context>
<context>
    <name>portolan::ListenerModel</name>
    <message>
        <source>%1 (deleted)</source>
        <translation>%1 (изтрит)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Състояние</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Registered as</source>
        <translation>По регистъра</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Собственик</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Reachable from</source>
        <translation>Достъпен</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Потребител</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Слуша от</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреси</translation>
    </message>
    <message>
        <source>Service description</source>
        <translation>Описание на услугата</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Услуга (systemd)</translation>
    </message>
    <message>
        <source>Executable</source>
        <translation>Изпълним файл</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Команден ред</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Отметки</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Процеси</translation>
    </message>
    <message>
        <source>× Closed</source>
        <translation>× Затворен</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>преди %1</translation>
    </message>
    <message>
        <source>Opened a moment ago</source>
        <translation>Отворен току-що</translation>
    </message>
    <message>
        <source>Changed a moment ago</source>
        <translation>Променен току-що</translation>
    </message>
    <message>
        <source>Closed a moment ago</source>
        <translation>Затворен току-що</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Its process started on %1</source>
        <translation>Процесът му е стартиран на %1</translation>
    </message>
    <message>
        <source>Seen to open on %1</source>
        <translation>Отварянето му е забелязано на %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, marks: %3</source>
        <translation>%1: %2, отметки: %3</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Пространство</translation>
    </message>
</context>
<context>
    <name>portolan::ListenerTable</name>
    <message>
        <source>Listening ports</source>
        <translation>Слушащи портове</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Колони</translation>
    </message>
    <message>
        <source>Go to process</source>
        <translation>Към процеса</translation>
    </message>
    <message>
        <source>Explain port %1</source>
        <translation>Обяснение на порт %1</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Копиране на редовете</translation>
    </message>
    <message>
        <source>Copy addresses</source>
        <translation>Копиране на адресите</translation>
    </message>
    <message>
        <source>Show only this owner</source>
        <translation>Само този собственик</translation>
    </message>
    <message>
        <source>Show only port %1</source>
        <translation>Само порт %1</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Спиране…</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Първоначални колони</translation>
    </message>
    <message>
        <source>Edit note…</source>
        <translation>Промяна на бележката…</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>Добавяне на бележка…</translation>
    </message>
    <message>
        <source>Show only this network namespace</source>
        <translation>Само това мрежово пространство</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n listener(s) as normal</source>
        <translation>
            <numerusform>Приемане на %n порт като нормален</numerusform>
            <numerusform>Приемане на %n порта като нормални</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept as normal</source>
        <translation>Приемане като нормален</translation>
    </message>
    <message>
        <source>Ask the port</source>
        <translation>Запитване на порта</translation>
    </message>
</context>
<context>
    <name>portolan::MainWindow</name>
    <message>
        <source>Listening</source>
        <translation>Слушащи</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Keep the table as it is (Space)</source>
        <translation>Задържане на таблицата, както е (Интервал)</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновяване</translation>
    </message>
    <message>
        <source>Look again now (F5)</source>
        <translation>Незабавен преглед (F5)</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Интервал</translation>
    </message>
    <message>
        <source>How often to look</source>
        <translation>Колко често да се преглежда</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Изглед</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>Запазване на отчет…</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Запазване на отчет</translation>
    </message>
    <message>
        <source>Write what is listening into a file (Ctrl+S)</source>
        <translation>Записване във файл на това, което слуша (Ctrl+S)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Скриване</translation>
    </message>
    <message>
        <source>Port map</source>
        <translation>Карта на портовете</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Регистър</translation>
    </message>
    <message>
        <source>%1 ▾</source>
        <comment>interval, with the sign of a menu</comment>
        <translation>%1 ▾</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Export report…</source>
        <translation>&amp;Запазване на отчет…</translation>
    </message>
    <message>
        <source>&amp;Import notes…</source>
        <translation>&amp;Внасяне на бележки…</translation>
    </message>
    <message>
        <source>Export &amp;notes…</source>
        <translation>&amp;Изнасяне на бележки…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Из&amp;ход</translation>
    </message>
    <message>
        <source>&amp;Update registry from file…</source>
        <translation>&amp;Обновяване на регистъра от файл…</translation>
    </message>
    <message>
        <source>Use the &amp;built-in registry</source>
        <translation>Ползване на &amp;вградения регистър</translation>
    </message>
    <message>
        <source>Update registry from file</source>
        <translation>Обновяване на регистъра от файл</translation>
    </message>
    <message>
        <source>IANA&apos;s registry (*.csv *.xml)</source>
        <translation>Регистърът на IANA (*.csv *.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Всички файлове (*)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Изглед</translation>
    </message>
    <message>
        <source>See owners &amp;fully</source>
        <translation>&amp;Пълен поглед към собствениците</translation>
    </message>
    <message>
        <source>&amp;Baseline</source>
        <translation>&amp;Приета норма</translation>
    </message>
    <message>
        <source>Accept as &amp;normal</source>
        <translation>Приемане като &amp;нормален</translation>
    </message>
    <message>
        <source>&amp;Accept what is here now…</source>
        <translation>&amp;Приемане на това, което е тук сега…</translation>
    </message>
    <message>
        <source>&amp;Undo accepting</source>
        <translation>&amp;Отмяна на приемането</translation>
    </message>
    <message>
        <source>&amp;Redo accepting</source>
        <translation>По&amp;втаряне на приемането</translation>
    </message>
    <message>
        <source>&amp;Show the baseline…</source>
        <translation>Пока&amp;зване на приетата норма…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отмяна</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Покажи</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>&amp;Open snapshot…</source>
        <translation>&amp;Отваряне на снимка…</translation>
    </message>
    <message>
        <source>&amp;Save snapshot…</source>
        <translation>Запи&amp;с на снимка…</translation>
    </message>
    <message>
        <source>Back to &amp;live</source>
        <translation>Обратно на &amp;живо</translation>
    </message>
    <message>
        <source>Open snapshot</source>
        <translation>Отваряне на снимка</translation>
    </message>
    <message>
        <source>Snapshots (*.json)</source>
        <translation>Снимки (*.json)</translation>
    </message>
    <message>
        <source>This is the snapshot “%1”, not what is here now.</source>
        <translation>Това е снимката „%1“, а не това, което е тук сега.</translation>
    </message>
    <message>
        <source>It was taken on %1.</source>
        <translation>Направена на: %1</translation>
    </message>
    <message>
        <source>It is of the machine “%1”.</source>
        <translation>Тя е от машината „%1“.</translation>
    </message>
    <message>
        <source>%1 (snapshot) – Portolan</source>
        <translation>%1 (снимка) – Portolan</translation>
    </message>
    <message>
        <source>Save snapshot</source>
        <translation>Запис на снимка</translation>
    </message>
    <message>
        <source>The snapshot is in %1.</source>
        <translation>Снимката е в %1.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Отвори</translation>
    </message>
    <message>
        <source>The snapshot “%1” is not shown.</source>
        <translation>Снимката „%1“ не се показва.</translation>
    </message>
    <message>
        <source>The history is empty. It fills while Portolan runs.</source>
        <translation>Историята е празна. Тя се пълни, докато Portolan работи.</translation>
    </message>
    <message>
        <source>The history does not know what listened then. Choose another moment.</source>
        <translation>Историята не знае какво е слушало тогава. Изберете друг момент.</translation>
    </message>
</context>
<context>
    <name>portolan::MarkList</name>
    <message>
        <source>Marks</source>
        <translation>Отметки</translation>
    </message>
</context>
<context>
    <name>portolan::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Скриване</translation>
    </message>
</context>
<context>
    <name>portolan::MomentDialog</name>
    <message>
        <source>A moment in the history</source>
        <translation>Момент от историята</translation>
    </message>
    <message>
        <source>&amp;What listened on</source>
        <comment>a date and time follow</comment>
        <translation>&amp;Какво е слушало на</translation>
    </message>
    <message>
        <source>The history reaches from %1 to %2.</source>
        <translation>Историята обхваща времето от %1 до %2</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Момент</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Сравни</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отказ</translation>
    </message>
</context>
<context>
    <name>portolan::NamespaceButton</name>
    <message>
        <source>Containers and others have networks of their own, with ports of their own. Show the listeners of one, or of all.</source>
        <translation>Контейнери и други имат свои мрежи със свои портове. Показва слушащите портове в една от тях или във всички.</translation>
    </message>
    <message>
        <source>all</source>
        <comment>network namespaces</comment>
        <translation>всички</translation>
    </message>
    <message>
        <source>Network namespace: %1</source>
        <translation>Мрежово пространство от имена: %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Всички</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>network namespace, number of its listeners</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Namespace: %1 ▾</source>
        <comment>with the sign of a menu</comment>
        <translation>Пространство: %1 ▾</translation>
    </message>
</context>
<context>
    <name>portolan::NeighbourhoodWidget</name>
    <message>
        <source>Neighbourhood</source>
        <translation>Околност</translation>
    </message>
    <message>
        <source>%1 %2–%3</source>
        <comment>name and first and last port of a range</comment>
        <translation>%1 %2–%3</translation>
    </message>
    <message>
        <source>%1: not registered; something listens there</source>
        <translation>%1: нерегистриран; там слуша нещо</translation>
    </message>
    <message>
        <source>%1: not registered; nothing listens there</source>
        <translation>%1: нерегистриран; там не слуша нищо</translation>
    </message>
    <message>
        <source>%1: registered as %2; something listens there</source>
        <translation>%1: регистриран като %2; там слуша нещо</translation>
    </message>
    <message>
        <source>%1: registered as %2; nothing listens there</source>
        <translation>%1: регистриран като %2; там не слуша нищо</translation>
    </message>
</context>
<context>
    <name>portolan::NextStep</name>
    <message>
        <source>Restart it when it suits you, so that it runs the upgraded program: &quot;systemctl restart %1&quot;.</source>
        <translation>Рестартирайте го, когато е удобно, за да работи с обновената програма: „systemctl restart %1“.</translation>
    </message>
    <message>
        <source>Restart it when it suits you, so that it runs the upgraded program.</source>
        <translation>Рестартирайте го, когато е удобно, за да работи с обновената програма.</translation>
    </message>
    <message>
        <source>Find out what the program is and who put it there.</source>
        <translation>Разберете каква е програмата и кой я е поставил там.</translation>
    </message>
    <message>
        <source>Look at %1: what it is, who owns it, and since when it is there.</source>
        <translation>Разгледайте %1: какво е, чие е и откога е там.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Няма какво да се прави.</translation>
    </message>
    <message>
        <source>There is no file to look at. As long as it runs, its program can be copied from /proc/%1/exe; that is worth doing before it is stopped.</source>
        <translation>Няма файл, който да се разгледа. Докато работи, програмата може да се копира от /proc/%1/exe; струва си, преди да бъде спряна.</translation>
    </message>
    <message>
        <source>Keep a copy of the file, then install the package %1 again and see whether the file changes back.</source>
        <translation>Запазете копие на файла, после инсталирайте отново пакета %1 и вижте дали файлът се връща към доставения.</translation>
    </message>
    <message>
        <source>While you look, keep others out: close port %1 in the firewall, or take the machine off the network.</source>
        <translation>Докато проверявате, не допускайте други: затворете порт %1 в защитната стена или изключете машината от мрежата.</translation>
    </message>
    <message>
        <source>If nobody you trust started it, stop it.</source>
        <translation>Ако не го е стартирал никой, на когото имате доверие, спрете го.</translation>
    </message>
    <message>
        <source>With the administrator&apos;s rights its owner could be seen for certain.</source>
        <translation>С правата на администратора собственикът му може да се види със сигурност.</translation>
    </message>
    <message>
        <source>If you know what it is, write yourself a note, and it will not be a stranger next time.</source>
        <translation>Ако знаете какво е, запишете си бележка и следващия път няма да е непознато.</translation>
    </message>
    <message>
        <source>Ask the port: Portolan connects to it from this machine and tells what speaks there.</source>
        <translation>Запитване на порта: Portolan се свързва с него от тази машина и казва какво отговаря там.</translation>
    </message>
    <message>
        <source>Read what is written about port %1: who used it, and when.</source>
        <translation>Прочетете какво е записано за порт %1: кой го е използвал и кога.</translation>
    </message>
    <message>
        <source>If you know it, accept it as normal: it stays quiet until it changes.</source>
        <translation>Ако ви е познат, приемете го като нормален: няма да се обажда, докато не се промени.</translation>
    </message>
</context>
<context>
    <name>portolan::OwnNote</name>
    <message>
        <source>TCP only</source>
        <translation>само TCP</translation>
    </message>
    <message>
        <source>UDP only</source>
        <translation>само UDP</translation>
    </message>
    <message>
        <source>when %1 holds it</source>
        <comment>a program and the port</comment>
        <translation>когато го държи %1</translation>
    </message>
</context>
<context>
    <name>portolan::OwnNoteBox</name>
    <message>
        <source>Own notes</source>
        <translation>Собствени бележки</translation>
    </message>
    <message>
        <source>Own note</source>
        <translation>Собствена бележка</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Промяна…</translation>
    </message>
    <message>
        <source>Edit the note %1</source>
        <translation>Промяна на бележката %1</translation>
    </message>
    <message>
        <source>Deleted note</source>
        <translation>Изтрита бележка</translation>
    </message>
    <message>
        <source>The note “%1” was deleted.</source>
        <translation>Бележката „%1“ беше изтрита.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Въ&amp;рни</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Върни</translation>
    </message>
    <message>
        <source>Bring the note back</source>
        <translation>Възстановяване на бележката</translation>
    </message>
</context>
<context>
    <name>portolan::OwnNoteDialog</name>
    <message>
        <source>Own note on port %1</source>
        <translation>Собствена бележка за порт %1</translation>
    </message>
    <message>
        <source>What you call it; shown in the table</source>
        <translation>Как го наричате; показва се в таблицата</translation>
    </message>
    <message>
        <source>This &amp;port, whatever holds it</source>
        <translation>Този &amp;порт, който и да го държи</translation>
    </message>
    <message>
        <source>This port and this p&amp;rogram</source>
        <translation>Този порт и тази п&amp;рограма</translation>
    </message>
    <message>
        <source>This port when %1 &amp;holds it</source>
        <translation>Този порт, &amp;когато го държи %1</translation>
    </message>
    <message>
        <source>TCP and UDP</source>
        <translation>TCP и UDP</translation>
    </message>
    <message>
        <source>TCP only</source>
        <translation>само TCP</translation>
    </message>
    <message>
        <source>UDP only</source>
        <translation>само UDP</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Изтриване</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>&amp;Етикет:</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Бележка:</translation>
    </message>
    <message>
        <source>About:</source>
        <translation>Отнася се за:</translation>
    </message>
    <message>
        <source>&amp;Transport:</source>
        <translation>&amp;Транспорт:</translation>
    </message>
    <message numerus="yes">
        <source>The note is too long by %n character(s).</source>
        <translation>
            <numerusform>Бележката е по-дълга с %n знак от допустимото.</numerusform>
            <numerusform>Бележката е по-дълга с %n знака от допустимото.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving replaces the note “%1”, which is about the same.</source>
        <translation>Запазването ще замени бележката „%1“, която се отнася за същото.</translation>
    </message>
    <message>
        <source>A note needs a label.</source>
        <translation>Бележката трябва да има етикет.</translation>
    </message>
</context>
<context>
    <name>portolan::OwnNoteSection</name>
    <message>
        <source>Add a &amp;note…</source>
        <translation>Добавяне на &amp;бележка…</translation>
    </message>
    <message>
        <source>Was this useful?</source>
        <translation>Беше ли полезно?</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Добавяне на бележка</translation>
    </message>
    <message>
        <source>Note something about this port for yourself (Ctrl+M)</source>
        <translation>Запишете си нещо за този порт (Ctrl+M)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Не</translation>
    </message>
    <message>
        <source>N&amp;o</source>
        <translation>&amp;Не</translation>
    </message>
    <message>
        <source>Kept on this machine and sent nowhere. Press the button again to take the answer back.</source>
        <translation>Пази се на тази машина и не се изпраща никъде. Натиснете бутона отново, за да оттеглите отговора.</translation>
    </message>
</context>
<context>
    <name>portolan::OwnNotes</name>
    <message>
        <source>%1, line %2: %3.</source>
        <comment>file, line, what is wrong there</comment>
        <translation>%1, ред %2: %3.</translation>
    </message>
    <message>
        <source>It could not be moved aside, so own notes are neither shown nor kept until it is corrected or removed.</source>
        <translation>Файлът не можа да бъде преместен, затова собствените бележки нито се показват, нито се запазват, докато той не бъде поправен или премахнат.</translation>
    </message>
    <message>
        <source>The file was moved to %1 and own notes begin anew: correct it there and bring it back with “Import notes…”.</source>
        <translation>Файлът беше преместен в %1 и собствените бележки започват отначало: поправете го там и го върнете с „Внасяне на бележки…“.</translation>
    </message>
    <message>
        <source>“%1” was not written: %2. What was there before is unchanged. Free some space or look at the folder&apos;s permissions.</source>
        <translation>„%1“ не беше записан: %2. Предишното съдържание е непроменено. Освободете място или проверете правата на папката.</translation>
    </message>
    <message>
        <source>“%1” was not written: own notes may take %2 MB and be %3 in number, and there would be more. Shorten or delete some.</source>
        <translation>„%1“ не беше записан: собствените бележки може да заемат %2 MB и да са %3 на брой, а щяха да станат повече. Съкратете или изтрийте някои.</translation>
    </message>
    <message>
        <source>“%1” is a folder; choose a file.</source>
        <translation>„%1“ е папка; изберете файл.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. Look at its permissions.</source>
        <translation>„%1“ не може да се прочете: %2. Проверете правата му.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made, so own notes cannot be kept. Look at the permissions of the folder above.</source>
        <translation>Папката „%1“ не може да се създаде, затова собствените бележки не могат да се запазят. Проверете правата на горната папка.</translation>
    </message>
    <message>
        <source>Another program is writing own notes for longer than expected, so this change was not kept. Try again.</source>
        <translation>Друга програма записва собствени бележки по-дълго от очакваното, затова тази промяна не беше запазена. Опитайте отново.</translation>
    </message>
    <message>
        <source>its folder may not be written to</source>
        <translation>в папката му не може да се пише</translation>
    </message>
    <message>
        <source>unknown key “%1”; the keys are %2. A newer Portolan may have written it: use that one, or take the key out</source>
        <translation>непознат ключ „%1“; ключовете са %2. Може да го е записал по-нов Portolan: използвайте него или махнете ключа</translation>
    </message>
    <message>
        <source>“%1” is longer than %2 characters; shorten it</source>
        <translation>„%1“ е по-дълго от %2 знака; съкратете го</translation>
    </message>
    <message>
        <source>“%1” is no transport; right would be tcp, udp or both</source>
        <translation>„%1“ не е транспорт; правилно е tcp, udp или both</translation>
    </message>
    <message>
        <source>“executables” must be a program&apos;s name or a list of such</source>
        <translation>„executables“ трябва да е име на програма или списък от имена</translation>
    </message>
    <message>
        <source>“%1” is no time; right would be 2026-11-22T16:00:00Z</source>
        <translation>„%1“ не е време; правилно е например 2026-11-22T16:00:00Z</translation>
    </message>
    <message>
        <source>“subject” has nothing to show; write a label</source>
        <translation>в „subject“ няма нищо видимо; напишете етикет</translation>
    </message>
    <message>
        <source>a second note on port %1 for the same transport and program; join the two</source>
        <translation>втора бележка за порт %1 със същия транспорт и програма; обединете двете</translation>
    </message>
    <message>
        <source>more than %1 notes; keep fewer or name fewer ports</source>
        <translation>повече от %1 бележки; запазете по-малко или посочете по-малко портове</translation>
    </message>
    <message>
        <source>“%1” is no answer; right would be yes or no</source>
        <translation>„%1“ не е отговор; правилно е yes или no</translation>
    </message>
    <message>
        <source>a note must be a map of keys; the keys are %1</source>
        <translation>бележката трябва да е речник с ключове; ключовете са %1</translation>
    </message>
    <message>
        <source>“%1” is a kind of the knowledge base; right would be kind: own</source>
        <translation>„%1“ е вид от базата знания; правилно е kind: own</translation>
    </message>
    <message>
        <source>unknown kind “%1”; right would be own. A newer Portolan may have written it: use that one, or take the entry out</source>
        <translation>непознат вид „%1“; правилно е own. Може да го е записал по-нов Portolan: използвайте него или махнете записа</translation>
    </message>
    <message>
        <source>the file must be a list of notes, each beginning with “- ports: ...”</source>
        <translation>файлът трябва да е списък от бележки, всяка от които започва с „- ports: ...“</translation>
    </message>
</context>
<context>
    <name>portolan::OwnNotesImportDialog</name>
    <message>
        <source>Import notes</source>
        <translation>Внасяне на бележки</translation>
    </message>
    <message>
        <source>From “%1”:</source>
        <translation>От „%1“:</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) will be added.</source>
        <translation>
            <numerusform>Ще бъде добавена %n бележка.</numerusform>
            <numerusform>Ще бъдат добавени %n бележки.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your notes will be replaced, because they are about the same.</source>
        <translation>
            <numerusform>%n от собствените бележки ще бъде заменена, защото се отнася за същото.</numerusform>
            <numerusform>%n от собствените бележки ще бъдат заменени, защото се отнасят за същото.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are the same already.</source>
        <translation>
            <numerusform>%n бележка вече е същата.</numerusform>
            <numerusform>%n бележки вече са същите.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to “Was this useful?” will be taken over.</source>
        <translation>
            <numerusform>Ще бъде приет %n отговор на „Беше ли полезно?“.</numerusform>
            <numerusform>Ще бъдат приети %n отговора на „Беше ли полезно?“.</numerusform>
        </translation>
    </message>
    <message>
        <source>These of your notes will be &amp;replaced:</source>
        <translation>Тези собствени бележки ще бъдат &amp;заменени:</translation>
    </message>
    <message>
        <source>%1: “%2” by “%3”</source>
        <comment>port, the label that goes, the label that comes</comment>
        <translation>%1: „%2“ с „%3“</translation>
    </message>
    <message>
        <source>All other notes of yours stay as they are.</source>
        <translation>Всички останали собствени бележки остават както са.</translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation>Няма какво да се внесе.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Внасяне</translation>
    </message>
</context>
<context>
    <name>portolan::OwnNotesTransfer</name>
    <message>
        <source>Notes (*.yaml *.yml)</source>
        <translation>Бележки (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Всички файлове (*)</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>Внасяне на бележки</translation>
    </message>
    <message>
        <source>There are no own notes to export yet. “Add a note…” under the explanation of a port writes one.</source>
        <translation>Още няма собствени бележки за изнасяне. Бележка се пише с „Добавяне на бележка…“ под обяснението на някой порт.</translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation>Изнасяне на бележки</translation>
    </message>
    <message>
        <source>Nothing was imported. %1</source>
        <translation>Нищо не беше внесено. %1</translation>
    </message>
    <message>
        <source>The notes were written to %1.</source>
        <translation>Бележките бяха записани в %1.</translation>
    </message>
    <message>
        <source>Own notes</source>
        <translation>Собствени бележки</translation>
    </message>
</context>
<context>
    <name>portolan::OwnedListenersModel</name>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Reachable from</source>
        <translation>Достъпен</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреси</translation>
    </message>
</context>
<context>
    <name>portolan::Owner</name>
    <message>
        <source>Concluded from the socket&apos;s control group, %1: this is the one process in it that fits.</source>
        <translation>По контролната група на сокета, %1: това е единственият подходящ процес в нея.</translation>
    </message>
    <message>
        <source>Concluded from the socket&apos;s control group, %1, which holds several processes. The likeliest comes first.</source>
        <translation>По контролната група на сокета, %1, в която има няколко процеса. Най-вероятният е първи.</translation>
    </message>
    <message>
        <source>Belongs to the user %1. The system shows the process to that user and to the administrator only.</source>
        <translation>Принадлежи на потребителя %1. Системата показва процеса само на него и на администратора.</translation>
    </message>
    <message>
        <source>Opened by the kernel itself; no process holds it.</source>
        <translation>Отворен от самото ядро; не го държи никой процес.</translation>
    </message>
    <message>
        <source>Its process ended while Portolan looked.</source>
        <translation>Процесът му завърши, докато Portolan го търсеше.</translation>
    </message>
    <message>
        <source>Held by a process that cannot be seen from here, for example inside a container.</source>
        <translation>Държи го процес, който оттук не се вижда, например в контейнер.</translation>
    </message>
    <message>
        <source>None of the processes that can be seen from here holds it.</source>
        <translation>Не го държи никой от процесите, които се виждат оттук.</translation>
    </message>
    <message>
        <source>The search for its process was cut short.</source>
        <translation>Търсенето на процеса му беше прекъснато.</translation>
    </message>
    <message>
        <source>Concluded from the socket&apos;s control group, %1: of its processes, only this one fits the socket&apos;s user, its age and what is known of the port.</source>
        <translation>По контролната група на сокета, %1: от процесите ѝ само този подхожда на потребителя и възрастта на сокета и на известното за порта.</translation>
    </message>
    <message>
        <source>Concluded from the socket&apos;s network namespace: this is the one process in it that fits.</source>
        <translation>По мрежовото пространство от имена на сокета: това е единственият подходящ процес в него.</translation>
    </message>
    <message>
        <source>Concluded from the socket&apos;s network namespace, which holds several processes. The likeliest comes first.</source>
        <translation>По мрежовото пространство от имена на сокета, в което има няколко процеса. Най-вероятният е първи.</translation>
    </message>
    <message>
        <source>The service manager holds it for %1, which starts with the first connection.</source>
        <translation>Държи го мениджърът на услуги за %1, която ще бъде стартирана при първата връзка.</translation>
    </message>
    <message>
        <source>Concluded from the socket&apos;s user, %1, alone: one of that user&apos;s processes may hold it. The likeliest comes first.</source>
        <translation>Само по потребителя на сокета, %1: може да го държи някой от неговите процеси. Най-вероятният е първи.</translation>
    </message>
    <message>
        <source>Concluded from the socket&apos;s control group, %1: this process is in it, but does not quite fit the socket&apos;s user or age. Another one may hold it.</source>
        <translation>По контролната група на сокета, %1: този процес е в нея, но не подхожда напълно на потребителя или възрастта на сокета. Може да го държи и друг.</translation>
    </message>
    <message>
        <source>Concluded from the socket&apos;s user, %1: of that user&apos;s processes, only this one is known to use the port.</source>
        <translation>По потребителя на сокета, %1: от неговите процеси само за този е известно, че използва порта.</translation>
    </message>
    <message>
        <source>The socket belongs to the control group %1. Which of its processes holds it cannot be seen from here.</source>
        <translation>Сокетът принадлежи на контролната група %1. Кой от процесите ѝ го държи, не се вижда оттук.</translation>
    </message>
    <message>
        <source>Concluded from network interfaces (%1) that use this port: the kernel opened it itself.</source>
        <translation>По мрежови интерфейси (%1), които използват този порт: отворило го е самото ядро.</translation>
    </message>
    <message>
        <source>Concluded from the network interface %1 (%2), which uses this port: the kernel opened it itself.</source>
        <translation>По мрежовия интерфейс %1 (%2), който използва този порт: отворило го е самото ядро.</translation>
    </message>
    <message>
        <source>Opened by the kernel itself, very likely for %1; no process holds it.</source>
        <translation>Отворен е от самото ядро, най-вероятно за %1; никой процес не го държи.</translation>
    </message>
    <message>
        <source>Opened by the kernel itself for the network interface %1 (%2); no process holds it.</source>
        <translation>Отворен е от самото ядро за мрежовия интерфейс %1 (%2); никой процес не го държи.</translation>
    </message>
    <message>
        <source>Opened by %1 and passed on to %2. Which of its processes holds it cannot be seen from here.</source>
        <comment>socket unit, service</comment>
        <translation>Отворен е от %1 и е предаден на %2. Оттук не се вижда кой от процесите му го държи.</translation>
    </message>
</context>
<context>
    <name>portolan::OwnerFacts</name>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <comment>transport, port of this machine, port in the container</comment>
        <translation>%1 %2 към %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>package and its manager</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <comment>package, version and manager</comment>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>not compared with what the package shipped</source>
        <translation>не е сравнен с доставения от пакета</translation>
    </message>
    <message>
        <source>as the package shipped it</source>
        <translation>какъвто го е доставил пакетът</translation>
    </message>
    <message>
        <source>differs from what the package shipped</source>
        <translation>различава се от доставения от пакета</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state and substate of a unit</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>unit and its description</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>unit and its state</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>container and its engine</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>container, image, engine</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и още %n</numerusform>
            <numerusform>и още %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, interface %2</source>
        <translation>%1, интерфейс %2</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Скрипт</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>package, whether it is intact</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Услуга (systemd)</translation>
    </message>
    <message>
        <source>Socket opened by</source>
        <translation>Сокетът е отворен от</translation>
    </message>
    <message>
        <source>Started by unit</source>
        <translation>Стартирана от</translation>
    </message>
    <message>
        <source>Works for container</source>
        <translation>Работи за контейнера</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Контейнер</translation>
    </message>
    <message>
        <source>Published ports</source>
        <translation>Публикувани портове</translation>
    </message>
    <message>
        <source>Part of the kernel</source>
        <translation>Част от ядрото</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>portolan::Panel</name>
    <message>
        <source>On paper</source>
        <translation>На хартия</translation>
    </message>
    <message>
        <source>In practice</source>
        <translation>На практика</translation>
    </message>
    <message>
        <source>Security history</source>
        <translation>Сигурност в миналото</translation>
    </message>
    <message>
        <source>in English only</source>
        <translation>само на английски</translation>
    </message>
</context>
<context>
    <name>portolan::PictureChooser</name>
    <message>
        <source>A snapshot file…</source>
        <translation>Файл със снимка…</translation>
    </message>
    <message>
        <source>A moment in the history…</source>
        <translation>Момент от историята…</translation>
    </message>
</context>
<context>
    <name>portolan::PortAnswer</name>
    <message>
        <source>It was only listened to, and said nothing: what listens on such a port may print whatever it is sent.</source>
        <translation>Беше само изслушан и не каза нищо: програмите на такъв порт може да отпечатат всичко, което им се изпрати.</translation>
    </message>
    <message>
        <source>It was only listened to, and said nothing: what listens on such a port may record whatever it is sent.</source>
        <translation>Беше само изслушан и не каза нищо: програмите на такъв порт може да запишат всичко, което им се изпрати.</translation>
    </message>
    <message>
        <source>It was only listened to, and said nothing: what listens on such a port may count whatever it is sent.</source>
        <translation>Беше само изслушан и не каза нищо: програмите на такъв порт може да отчетат всичко, което им се изпрати, като измерване.</translation>
    </message>
    <message>
        <source>It was only listened to, and said nothing: what listens on such a port may control machines, some of which stop at what they do not understand.</source>
        <translation>Беше само изслушан и не каза нищо: програмите на такъв порт може да управляват машини, някои от които спират от това, което не разбират.</translation>
    </message>
    <message>
        <source>It was only listened to, and said nothing.</source>
        <translation>Беше само изслушан и не каза нищо.</translation>
    </message>
    <message>
        <source>%1 under TLS</source>
        <translation>%1 през TLS</translation>
    </message>
    <message>
        <source>It speaks %1; what it speaks under that it does not tell.</source>
        <translation>Говори %1; какво говори отвъд това, не казва.</translation>
    </message>
    <message>
        <source>It speaks %1.</source>
        <translation>Говори %1.</translation>
    </message>
    <message>
        <source>It answers, but speaks nothing that Portolan knows.</source>
        <translation>Отговаря, но не говори нищо, което Portolan познава.</translation>
    </message>
    <message>
        <source>It accepts connections, and says nothing to anything that Portolan can ask.</source>
        <translation>Приема връзки и мълчи на всичко, което Portolan може да попита.</translation>
    </message>
    <message>
        <source>It says nothing to anything that Portolan can ask, which is common over UDP.</source>
        <translation>Мълчи на всичко, което Portolan може да попита; при UDP това е обичайно.</translation>
    </message>
    <message>
        <source>It ends every connection without a word.</source>
        <translation>Прекъсва всяка връзка, без да каже нищо.</translation>
    </message>
    <message>
        <source>Nothing accepts connections there.</source>
        <translation>Там нищо не приема връзки.</translation>
    </message>
    <message>
        <source>Nothing accepts datagrams there.</source>
        <translation>Там нищо не приема дейтаграми.</translation>
    </message>
    <message>
        <source>It said nothing before the time for asking was over.</source>
        <translation>Не каза нищо, преди да изтече времето за питане.</translation>
    </message>
    <message>
        <source>Asking was cancelled.</source>
        <translation>Запитването беше отменено.</translation>
    </message>
    <message>
        <source>Asked at %1:%2 on %3.</source>
        <translation>Запитан на %1:%2, %3</translation>
    </message>
    <message>
        <source>Its certificate names nobody.</source>
        <translation>Сертификатът му не назовава никого.</translation>
    </message>
    <message>
        <source>Its certificate is for %1.</source>
        <translation>Сертификатът му е за %1.</translation>
    </message>
    <message numerus="yes">
        <source>It is valid for %1 and %n more name(s).</source>
        <translation>
            <numerusform>Важи за %1 и още %n име.</numerusform>
            <numerusform>Важи за %1 и още %n имена.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is valid for %1.</source>
        <translation>Важи за %1.</translation>
    </message>
    <message>
        <source>It is signed by itself.</source>
        <translation>Подписан е сам от себе си.</translation>
    </message>
    <message>
        <source>It was issued by %1.</source>
        <translation>Издаден е от %1.</translation>
    </message>
    <message>
        <source>It has not been valid since %1.</source>
        <translation>Не е валиден от %1</translation>
    </message>
    <message>
        <source>It is not valid before %1.</source>
        <translation>Не е валиден преди %1</translation>
    </message>
    <message>
        <source>It is valid until %1.</source>
        <translation>Валиден е до %1</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) were sent.</source>
        <translation>
            <numerusform>Изпратен беше %n сертификат.</numerusform>
            <numerusform>Изпратени бяха %n сертификата.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its page is called “%1”.</source>
        <translation>Страницата му се казва „%1“.</translation>
    </message>
    <message>
        <source>It uses %1.</source>
        <translation>Използва %1.</translation>
    </message>
    <message>
        <source>It uses %1, and agreed on %2.</source>
        <translation>Използва %1 и прие %2.</translation>
    </message>
</context>
<context>
    <name>portolan::PortMapCanvas</name>
    <message>
        <source>Map of all ports</source>
        <translation>Карта на всички портове</translation>
    </message>
    <message>
        <source>dynamic range</source>
        <translation>динамичен диапазон</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>неразпределен</translation>
    </message>
    <message>
        <source>Port %1 · registered: %2 · %3 listens here (%4): %5</source>
        <comment>port, name, owner, transport, verdict</comment>
        <translation>Порт %1 · регистриран: %2 · тук слуша %3 (%4): %5</translation>
    </message>
    <message>
        <source>Port %1 · registered: %2 · within %3 · nothing listens here</source>
        <comment>port, name, known range</comment>
        <translation>Порт %1 · регистриран: %2 · в диапазона %3 · тук не слуша нищо</translation>
    </message>
    <message>
        <source>Port %1 · registered: %2 · nothing listens here</source>
        <comment>port, name</comment>
        <translation>Порт %1 · регистриран: %2 · тук не слуша нищо</translation>
    </message>
    <message>
        <source>Arrow keys walk from port to port, Ctrl and arrow keys from listener to listener. Enter explains the port, plus and minus zoom, 0 shows all ports.</source>
        <translation>Стрелките водят от порт на порт, а Ctrl със стрелките – от слушащ порт на слушащ порт. Enter обяснява порта, плюс и минус приближават и отдалечават, 0 показва всички портове.</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Порт %1</translation>
    </message>
    <message>
        <source>Port %1, %2</source>
        <comment>number, registered name</comment>
        <translation>Порт %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · and %n more</source>
        <comment>what one listener is, and how many others the port has</comment>
        <translation>
            <numerusform>%1 · и още %n</numerusform>
            <numerusform>%1 · и още %n</numerusform>
        </translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>added to the number of a port</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>port and owner, beside the mark of a listener</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>portolan::PortMapLegend</name>
    <message>
        <source>System ports, 0–1023</source>
        <translation>Системни портове, 0–1023</translation>
    </message>
    <message>
        <source>Assigned to a service</source>
        <translation>Разпределени на услуга</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <translation>Неразпределени</translation>
    </message>
    <message>
        <source>Dynamic ports, 49152–65535</source>
        <translation>Динамични портове, 49152–65535</translation>
    </message>
    <message>
        <source>Known malware range</source>
        <translation>Известен диапазон на зловреден софтуер</translation>
    </message>
    <message>
        <source>Games</source>
        <translation>Игри</translation>
    </message>
    <message>
        <source>Other known range</source>
        <translation>Друг известен диапазон</translation>
    </message>
</context>
<context>
    <name>portolan::PortMapView</name>
    <message>
        <source>All ports</source>
        <translation>Всички портове</translation>
    </message>
    <message>
        <source>&amp;Jump to port</source>
        <translation>&amp;Към порт</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Отиване</translation>
    </message>
    <message>
        <source>Go to the port</source>
        <translation>Отиване към порта</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Отдалечаване</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Приближаване</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>Цялата карта</translation>
    </message>
    <message>
        <source>Show all ports</source>
        <translation>Показване на всички портове</translation>
    </message>
    <message>
        <source>&amp;Known ranges ▾</source>
        <translation>&amp;Познати диапазони ▾</translation>
    </message>
    <message>
        <source>Known ranges</source>
        <translation>Познати диапазони</translation>
    </message>
    <message>
        <source>Choose which ranges of ports are laid over: worms, games, X11, dynamic ports and others</source>
        <translation>Избор на диапазоните, които се наслагват: червеи, игри, X11, динамични портове и други</translation>
    </message>
    <message>
        <source>Looking for listeners. The map of what ports are for is here already.</source>
        <translation>Търсят се слушащи портове. Картата на това, за какво служат портовете, вече е тук.</translation>
    </message>
    <message>
        <source>The snapshot could not be read, so nothing is lit here. The map tells all the same what ports are for: choose any of them.</source>
        <translation>Снимката не можа да се прочете, затова тук нищо не свети. Картата все пак казва за какво служат портовете: изберете някой от тях.</translation>
    </message>
    <message>
        <source>Nothing listens. As soon as a program opens a port, its mark lights up here; until then, choose any port to read what it is for.</source>
        <translation>Нищо не слуша. Щом програма отвори порт, знакът му светва тук; дотогава изберете някой порт, за да прочетете за какво служи.</translation>
    </message>
    <message>
        <source>Each square is a block of 256 ports, in 16 lines of 16; port 0 is at the upper left. Point at a port to read what it is for; choose it to explain it.</source>
        <translation>Всеки квадрат е блок от 256 порта, в 16 реда по 16; порт 0 е горе вляво. Посочете порт, за да прочетете за какво служи; изберете го за обяснение.</translation>
    </message>
</context>
<context>
    <name>portolan::PortPanel</name>
    <message>
        <source>Show in L&amp;istening</source>
        <translation>&amp;Показване в „Слушащи“</translation>
    </message>
    <message>
        <source>Explanation of the port</source>
        <translation>Обяснение на порта</translation>
    </message>
    <message>
        <source>Select what listens on this port in the table of listeners</source>
        <translation>Избиране в таблицата на това, което слуша на този порт</translation>
    </message>
</context>
<context>
    <name>portolan::PortQuestion</name>
    <message>
        <source>listening for a greeting</source>
        <translation>очаква поздрав</translation>
    </message>
</context>
<context>
    <name>portolan::ProcessChain</name>
    <message>
        <source>Started by</source>
        <translation>Стартиран от</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>program name and pid</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, pid %2</source>
        <translation>%1, pid %2</translation>
    </message>
    <message>
        <source>%1, pid %2; its parents are not known</source>
        <translation>%1, pid %2; родителските му процеси са неизвестни</translation>
    </message>
    <message>
        <source>%1, pid %2, started by %3</source>
        <translation>%1, pid %2, стартиран от %3</translation>
    </message>
</context>
<context>
    <name>portolan::ProcessHeader</name>
    <message>
        <source>Process identity</source>
        <translation>Идентификация на процеса</translation>
    </message>
    <message>
        <source>Go to process</source>
        <translation>Към процеса</translation>
    </message>
    <message>
        <source>Reveal file</source>
        <translation>Показване на файла</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Копиране на подробностите</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Спиране…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Спиране</translation>
    </message>
    <message>
        <source>Show the process and move the keyboard to it</source>
        <translation>Показване на процеса и преместване на фокуса при него</translation>
    </message>
    <message>
        <source>This user may not read which file the process runs.</source>
        <translation>Този потребител няма право да види кой файл изпълнява процесът.</translation>
    </message>
    <message>
        <source>The file is inside the container; the file manager does not see it.</source>
        <translation>Файлът е в контейнера; файловият мениджър не го вижда.</translation>
    </message>
    <message>
        <source>Show the program file in the file manager</source>
        <translation>Показване на файла на програмата във файловия мениджър</translation>
    </message>
    <message>
        <source>Copy what is shown here as text</source>
        <translation>Копиране на показаното тук като текст</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Копирано</translation>
    </message>
    <message>
        <source>Ask the process or its service to end; you will be asked first</source>
        <translation>Помолете процеса или услугата му да приключи; преди това ще бъдете попитани</translation>
    </message>
</context>
<context>
    <name>portolan::ProcessPanel</name>
    <message>
        <source>Select a port to see the process behind it.</source>
        <translation>Изберете порт, за да видите процеса зад него.</translation>
    </message>
    <message>
        <source>Listeners of this process</source>
        <translation>Слушащи портове на този процес</translation>
    </message>
    <message>
        <source>Processes that hold the socket</source>
        <translation>Процеси, които държат сокета</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процес</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Връзки</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>Слушащи портове</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Процеси</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Във времето</translation>
    </message>
    <message>
        <source>Process details</source>
        <translation>Подробности за процеса</translation>
    </message>
    <message>
        <source>Listeners (%1)</source>
        <translation>Слушащи портове (%1)</translation>
    </message>
    <message>
        <source>Candidates (%1)</source>
        <translation>Кандидати (%1)</translation>
    </message>
    <message>
        <source>Processes (%1)</source>
        <translation>Процеси (%1)</translation>
    </message>
    <message>
        <source>Why it runs</source>
        <translation>Защо работи</translation>
    </message>
</context>
<context>
    <name>portolan::ProcessText</name>
    <message>
        <source>%1 (deleted)</source>
        <comment>path of a program</comment>
        <translation>%1 (изтрит)</translation>
    </message>
    <message>
        <source>The kernel</source>
        <translation>Ядрото</translation>
    </message>
    <message>
        <source>Owner not known</source>
        <translation>Неизвестен собственик</translation>
    </message>
    <message>
        <source> · user %1</source>
        <translation> · потребител %1</translation>
    </message>
    <message>
        <source> probably pid %1 · %2</source>
        <comment>pid and user</comment>
        <translation> вероятно pid %1 · %2</translation>
    </message>
    <message>
        <source> pid %1 · %2</source>
        <comment>pid and user</comment>
        <translation> pid %1 · %2</translation>
    </message>
    <message>
        <source> · started %1 (%2)</source>
        <comment>time and age</comment>
        <translation> · стартиран %1 (%2)</translation>
    </message>
    <message>
        <source>Executable</source>
        <translation>Изпълним файл</translation>
    </message>
    <message>
        <source>may not be read by this user</source>
        <translation>този потребител няма право да го прочете</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Команден ред</translation>
    </message>
    <message>
        <source>none</source>
        <translation>няма</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Услуга (systemd)</translation>
    </message>
    <message>
        <source>Control group</source>
        <translation>Контролна група</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Потребител</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>user&apos;s name and id</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Listens on:</source>
        <translation>Слуша на:</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>transport and port, addresses, exposure</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a fact of a process and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Терминал</translation>
    </message>
    <message>
        <source> · since %1 (%2)</source>
        <comment>time and age</comment>
        <translation> · от %1 (%2)</translation>
    </message>
    <message>
        <source>Why it runs:</source>
        <translation>Защо работи:</translation>
    </message>
</context>
<context>
    <name>portolan::ProgramCopy</name>
    <message>
        <source>The program could not be read: %1</source>
        <translation>Програмата не можа да бъде прочетена: %1</translation>
    </message>
    <message>
        <source>The process has ended, and its program with it.</source>
        <translation>Процесът е приключил, а с него и програмата му.</translation>
    </message>
    <message>
        <source>The program may not be read. Its user or the administrator may.</source>
        <translation>Нямате право да четете програмата. Право имат нейният потребител и администраторът.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 не можа да бъде записан: %2</translation>
    </message>
</context>
<context>
    <name>portolan::Publication</name>
    <message>
        <source>%1 (%2)</source>
        <comment>container, image</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Port %1 of this machine is passed on to port %2 in a container.</source>
        <translation>Порт %1 на тази машина се препраща към порт %2 в контейнер.</translation>
    </message>
    <message>
        <source>Port %1 of this machine is passed on to port %2 in the container %3.</source>
        <translation>Порт %1 на тази машина се препраща към порт %2 в контейнера %3.</translation>
    </message>
    <message>
        <source>Works for the container %1.</source>
        <translation>Работи за контейнера %1.</translation>
    </message>
    <message>
        <source>%1 (only at %2)</source>
        <comment>port, address of this machine</comment>
        <translation>%1 (само на %2)</translation>
    </message>
    <message>
        <source>Published as port %1 of this machine.</source>
        <translation>Публикуван като порт %1 на тази машина.</translation>
    </message>
    <message>
        <source>Published as the ports %1 of this machine.</source>
        <translation>Публикуван като портове %1 на тази машина.</translation>
    </message>
</context>
<context>
    <name>portolan::RangeChooser</name>
    <message>
        <source>Kinds of port numbers</source>
        <translation>Видове номера на портове</translation>
    </message>
    <message>
        <source>Malware</source>
        <translation>Зловреден софтуер</translation>
    </message>
    <message>
        <source>Games</source>
        <translation>Игри</translation>
    </message>
    <message>
        <source>Programs and services</source>
        <translation>Програми и услуги</translation>
    </message>
    <message>
        <source>Known ranges</source>
        <translation>Познати диапазони</translation>
    </message>
    <message>
        <source>Find a range</source>
        <translation>Търсене на диапазон</translation>
    </message>
    <message>
        <source>Find a range by name or port</source>
        <translation>Търсене на диапазон по име или порт</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Всички</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Никой</translation>
    </message>
    <message>
        <source>As &amp;usual</source>
        <translation>&amp;Обичайните</translation>
    </message>
    <message>
        <source>All but the widest, which would hide the others</source>
        <translation>Всички освен най-широките, които биха скрили останалите</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>first and last port of a range</comment>
        <translation>%1–%2</translation>
    </message>
</context>
<context>
    <name>portolan::Registry</name>
    <message>
        <source>the quoted field that begins here is not closed; the file may be cut off</source>
        <translation>полето в кавички, което започва тук, не е затворено; файлът може да е прекъснат</translation>
    </message>
    <message>
        <source>after a closing quote there must be a comma or the end of the line</source>
        <translation>след затваряща кавичка трябва да следва запетая или край на реда</translation>
    </message>
    <message>
        <source>the column is missing; the first line must name IANA&apos;s columns, from “Service Name” to “Assignment Notes”</source>
        <translation>колоната липсва; първият ред трябва да назовава колоните на IANA, от „Service Name“ до „Assignment Notes“</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>файлът е празен</translation>
    </message>
    <message>
        <source>the row has %1 fields; the header has %2</source>
        <translation>редът има %1 полета, а заглавният – %2</translation>
    </message>
    <message>
        <source>the file has a header and no rows</source>
        <translation>файлът има заглавен ред, но няма вписвания</translation>
    </message>
    <message>
        <source>this is no plain file</source>
        <translation>това не е обикновен файл</translation>
    </message>
    <message>
        <source>the file is larger than %1 MB; the registry has fewer than five</source>
        <translation>файлът е по-голям от %1 MB; регистърът няма и пет</translation>
    </message>
    <message>
        <source>the file is not UTF-8 text</source>
        <translation>файлът не е текст в UTF-8</translation>
    </message>
    <message>
        <source>the file has more than %1 rows; the registry has about 15000</source>
        <translation>файлът има повече от %1 вписвания; в регистъра те са около 15000</translation>
    </message>
    <message>
        <source>a field is longer than %1 characters</source>
        <translation>едно поле е по-дълго от %1 знака</translation>
    </message>
    <message>
        <source>“%1” is no port and no range; right would be 788 or 788-799, up to 65535</source>
        <translation>„%1“ не е нито порт, нито диапазон; правилно би било 788 или 788-799, до 65535</translation>
    </message>
    <message>
        <source>“%1” is no transport; right would be tcp, udp, sctp, dccp or nothing</source>
        <translation>„%1“ не е транспортен протокол; правилно би било tcp, udp, sctp, dccp или нищо</translation>
    </message>
    <message>
        <source>“%1” is no date; right would be 2008-11 or 2011-07-18</source>
        <translation>„%1“ не е дата; правилно би било 2008-11 или 2011-07-18</translation>
    </message>
    <message>
        <source>the file declares a document type, which IANA&apos;s does not</source>
        <translation>файлът обявява тип на документа, какъвто файлът на IANA не обявява</translation>
    </message>
    <message>
        <source>the registry has no &lt;record&gt;</source>
        <translation>в регистъра няма нито един &lt;record&gt;</translation>
    </message>
    <message>
        <source>the file ends in the middle; it may be cut off</source>
        <translation>файлът свършва по средата; може да е прекъснат</translation>
    </message>
    <message>
        <source>not well-formed XML: %1</source>
        <translation>XML с нарушен строеж: %1</translation>
    </message>
    <message>
        <source>this is another document; right would be &lt;registry xmlns=&quot;%1&quot; id=&quot;%2&quot;&gt;</source>
        <translation>това е друг документ; правилно би било &lt;registry xmlns=&quot;%1&quot; id=&quot;%2&quot;&gt;</translation>
    </message>
    <message>
        <source>the record has neither a name nor a number</source>
        <translation>вписването няма нито име, нито номер</translation>
    </message>
    <message>
        <source>the record has a second &lt;%1&gt;</source>
        <translation>вписването има втори &lt;%1&gt;</translation>
    </message>
</context>
<context>
    <name>portolan::RegistryChangeModel</name>
    <message>
        <source>Service</source>
        <translation>Услуга</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Заявител</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>За връзка</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Дата на вписване</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Дата на промяна</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Service code</source>
        <translation>Код на услугата</translation>
    </message>
    <message>
        <source>Unauthorised use</source>
        <translation>Неразрешено ползване</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Бележки</translation>
    </message>
    <message>
        <source>+ added</source>
        <translation>+ добавено</translation>
    </message>
    <message>
        <source>− removed</source>
        <translation>− премахнато</translation>
    </message>
    <message>
        <source>~ changed</source>
        <translation>~ променено</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>нищо</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, text before and after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and its text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Промяна</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Портове</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>По какво се различават</translation>
    </message>
</context>
<context>
    <name>portolan::RegistryEdition</name>
    <message>
        <source>IANA&apos;s registry as built into Portolan</source>
        <translation>регистърът на IANA, вграден в Portolan</translation>
    </message>
    <message>
        <source>IANA&apos;s registry as of %1, built into Portolan</source>
        <translation>регистърът на IANA към %1, вграден в Portolan</translation>
    </message>
    <message>
        <source>IANA&apos;s registry from the file “%1”</source>
        <translation>регистърът на IANA от файла „%1“</translation>
    </message>
    <message>
        <source>IANA&apos;s registry as of %1, from the file “%2”</source>
        <translation>регистърът на IANA към %1, от файла „%2“</translation>
    </message>
</context>
<context>
    <name>portolan::RegistryFault</name>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>Ред %1, знак %2: %3.</translation>
    </message>
    <message>
        <source>Line %1, column %2, &lt;%3&gt;: %4.</source>
        <translation>Ред %1, знак %2, &lt;%3&gt;: %4.</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>Ред %1: %2.</translation>
    </message>
    <message>
        <source>Line %1, column “%2”: %3.</source>
        <translation>Ред %1, колона „%2“: %3.</translation>
    </message>
</context>
<context>
    <name>portolan::RegistryFilterBar</name>
    <message>
        <source>Filters of the registry</source>
        <translation>Филтри на регистъра</translation>
    </message>
    <message>
        <source>Any mark</source>
        <translation>Всички отметки</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Отметка</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sign and name of a mark</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Any range</source>
        <translation>Всички диапазони</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Диапазон</translation>
    </message>
    <message>
        <source>System, 0–1023</source>
        <translation>Системни, 0–1023</translation>
    </message>
    <message>
        <source>Registered, 1024–49151</source>
        <translation>Регистрирани, 1024–49151</translation>
    </message>
    <message>
        <source>Dynamic, 49152–65535</source>
        <translation>Динамични, 49152–65535</translation>
    </message>
    <message>
        <source>Any transport</source>
        <translation>Всички транспорти</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Транспорт</translation>
    </message>
    <message>
        <source>&amp;Listening here only</source>
        <translation>&amp;Само слушащите тук</translation>
    </message>
    <message>
        <source>Clear fil&amp;ters</source>
        <translation>&amp;Изчистване на филтрите</translation>
    </message>
</context>
<context>
    <name>portolan::RegistryModel</name>
    <message>
        <source>— reserved</source>
        <translation>— запазен</translation>
    </message>
    <message>
        <source>— unassigned</source>
        <translation>— неразпределен</translation>
    </message>
    <message>
        <source>— no name</source>
        <translation>— без име</translation>
    </message>
    <message>
        <source>Reference: %1</source>
        <translation>Документ: %1</translation>
    </message>
    <message>
        <source>Modified: %1</source>
        <translation>Променен: %1</translation>
    </message>
    <message>
        <source>Unauthorised use reported: %1</source>
        <translation>Съобщена неразрешена употреба: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Бележка: %1</translation>
    </message>
    <message>
        <source>A note, not a registration. Source: %1</source>
        <translation>Бележка, а не регистрация. Източник: %1</translation>
    </message>
    <message>
        <source>— dynamic range</source>
        <translation>— динамичен диапазон</translation>
    </message>
    <message>
        <source>— not in the registry</source>
        <translation>— няма го в регистъра</translation>
    </message>
    <message>
        <source>The registry has no row for this port.</source>
        <translation>В регистъра няма вписване за този порт.</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>ports</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>● listening</source>
        <translation>● слуша</translation>
    </message>
    <message numerus="yes">
        <source>● %n port(s)</source>
        <translation>
            <numerusform>● %n порт</numerusform>
            <numerusform>● %n порта</numerusform>
        </translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Услуга</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Assignee or source</source>
        <translation>Заявител или източник</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Регистриран</translation>
    </message>
    <message>
        <source>Listening here</source>
        <translation>Слуша тук</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Note on %1: %2</source>
        <translation>Бележка за %1: %2</translation>
    </message>
</context>
<context>
    <name>portolan::RegistryStore</name>
    <message>
        <source>The registry you brought cannot be read (“%1”: %2); the built-in one is used.</source>
        <translation>Зареденият от вас регистър не може да бъде прочетен („%1“: %2); ползва се вграденият.</translation>
    </message>
    <message>
        <source>The registry you brought was damaged; the built-in one is used. The damaged file is “%1” from now on.</source>
        <translation>Зареденият от вас регистър е повреден; ползва се вграденият. Повреденият файл вече се намира в „%1“.</translation>
    </message>
    <message>
        <source>The registry you brought is damaged; the built-in one is used. Remove the file “%1”.</source>
        <translation>Зареденият от вас регистър е повреден; ползва се вграденият. Премахнете файла „%1“.</translation>
    </message>
    <message>
        <source>The registry cannot be compiled: %1.</source>
        <translation>Регистърът не може да бъде обработен: %1.</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>без име</translation>
    </message>
    <message>
        <source>The registry cannot be kept in “%1”: %2. What was used before stays in use.</source>
        <translation>Регистърът не може да бъде запазен в „%1“: %2. Остава в употреба досегашният.</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>папката не може да бъде създадена</translation>
    </message>
    <message>
        <source>The registry you brought cannot be removed (“%1”: %2).</source>
        <translation>Зареденият от вас регистър не може да бъде премахнат („%1“: %2).</translation>
    </message>
</context>
<context>
    <name>portolan::RegistryUpdateDialog</name>
    <message>
        <source>Update registry</source>
        <translation>Обновяване на регистъра</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Напредък</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Какво би се променило</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>modified</source>
        <comment>what differs in a row</comment>
        <translation>промяна</translation>
    </message>
    <message>
        <source>The chosen change</source>
        <translation>Избраната промяна</translation>
    </message>
    <message>
        <source>&amp;Use this registry</source>
        <translation>&amp;Ползване на този регистър</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Затваряне</translation>
    </message>
    <message>
        <source>Reading “%1”…</source>
        <translation>Чете се „%1“…</translation>
    </message>
    <message>
        <source>“%1” is not a registry that can be used, so nothing was changed.</source>
        <translation>„%1“ не е регистър, който може да се ползва; нищо не е променено.</translation>
    </message>
    <message>
        <source>“%1” says row for row what the registry in use says. There is nothing to change.</source>
        <translation>„%1“ съвпада вписване по вписване с регистъра в употреба. Няма какво да се променя.</translation>
    </message>
    <message>
        <source>It is older than the registry in use: %1 against %2.</source>
        <translation>По-стар е от регистъра в употреба: %1 срещу %2.</translation>
    </message>
    <message>
        <source>It has fewer than half the rows of the registry in use; the file may be cut off.</source>
        <translation>Има по-малко от половината вписвания на регистъра в употреба; файлът може да е прекъснат.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” holds a registry of %n row(s).</source>
        <translation>
            <numerusform>„%1“ съдържа регистър с %n вписване.</numerusform>
            <numerusform>„%1“ съдържа регистър с %n вписвания.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” holds the registry as of %2: %n row(s).</source>
        <translation>
            <numerusform>„%1“ съдържа регистъра към %2: %n вписване.</numerusform>
            <numerusform>„%1“ съдържа регистъра към %2: %n вписвания.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In use: %1 · %n row(s)</source>
        <comment>a registry</comment>
        <translation>
            <numerusform>В употреба: %1 · %n вписване</numerusform>
            <numerusform>В употреба: %1 · %n вписвания</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n &amp;added</source>
        <translation>
            <numerusform>+ %n &amp;добавено</numerusform>
            <numerusform>+ %n &amp;добавени</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>− %n &amp;removed</source>
        <translation>
            <numerusform>− %n пре&amp;махнато</numerusform>
            <numerusform>− %n пре&amp;махнати</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>~ %n c&amp;hanged</source>
        <translation>
            <numerusform>~ %n п&amp;роменено</numerusform>
            <numerusform>~ %n п&amp;роменени</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Use it all the same</source>
        <translation>&amp;Ползване въпреки това</translation>
    </message>
</context>
<context>
    <name>portolan::RegistryView</name>
    <message>
        <source>The registry and the notes</source>
        <translation>Регистърът и бележките</translation>
    </message>
    <message>
        <source>Search the registry</source>
        <translation>Търсене в регистъра</translation>
    </message>
    <message>
        <source>Search the registry: 3155, 3100-3200, http, jpegmpeg udp…</source>
        <translation>Търсене в регистъра: 3155, 3100-3200, http, jpegmpeg udp…</translation>
    </message>
    <message>
        <source>Registrations and notes</source>
        <translation>Регистрации и бележки</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копиране</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n ред</numerusform>
            <numerusform>%n реда</numerusform>
        </translation>
    </message>
    <message>
        <source>Neither the registry nor the notes know “%1”.
Search for a port (3155), a range (3100-3200), a service (http), or a word of a description; add udp or tcp to narrow it.</source>
        <translation>Нито регистърът, нито бележките познават „%1“.
Търсете порт (3155), диапазон (3100-3200), услуга (http) или дума от описание; добавете udp или tcp, за да стесните търсенето.</translation>
    </message>
    <message>
        <source>The service name “%1” is registered without a port.</source>
        <translation>Името на услуга „%1“ е регистрирано без порт.</translation>
    </message>
    <message>
        <source>Nothing in the registry fits all filters.
Change one of them, or clear them all.</source>
        <translation>Нищо в регистъра не отговаря на всички филтри.
Променете някой от тях или изчистете всички.</translation>
    </message>
    <message>
        <source>Nothing that fits the filters answers this search.
Change one of them, or clear them to search the whole registry.</source>
        <translation>Нищо, което отговаря на филтрите, не отговаря на търсенето.
Променете някой от тях или ги изчистете, за да търсите в целия регистър.</translation>
    </message>
    <message>
        <source>Nothing is registered or noted for port %1 over %2.
Type the number alone to see what is known of it over other transports.</source>
        <translation>За порт %1 по %2 няма нито регистрация, нито бележка.
Въведете само числото, за да видите какво се знае за него по други транспорти.</translation>
    </message>
    <message numerus="yes">
        <source>In use: %1 · %n row(s)</source>
        <comment>a registry</comment>
        <translation>
            <numerusform>В употреба: %1 · %n вписване</numerusform>
            <numerusform>В употреба: %1 · %n вписвания</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::RemoteAddressModel</name>
    <message>
        <source>Remote address</source>
        <translation>Отдалечен адрес</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Връзки</translation>
    </message>
    <message>
        <source>Established</source>
        <translation>Установени</translation>
    </message>
</context>
<context>
    <name>portolan::ReportPreview</name>
    <message>
        <source>The file goes on; this is its beginning.</source>
        <translation>Файлът продължава; това е началото му.</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>Преглед на отчета</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Печат…</translation>
    </message>
    <message>
        <source>This preview has %1 of %2 listeners; the report has all of them.</source>
        <translation>Този преглед има %1 от %2 слушащи порта; отчетът ги има всички.</translation>
    </message>
</context>
<context>
    <name>portolan::RowTable</name>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Копиране на редовете</translation>
    </message>
</context>
<context>
    <name>portolan::SingleInstance</name>
    <message>
        <source>There is no folder that only you can open for finding a window that is already there.</source>
        <translation>Няма папка, достъпна само за вас, чрез която да се открие вече отворен прозорец.</translation>
    </message>
    <message>
        <source>The lock file in %1 could not be created.</source>
        <translation>Заключващият файл в %1 не можа да бъде създаден.</translation>
    </message>
    <message>
        <source>The window that is already there does not answer.</source>
        <translation>Вече отвореният прозорец не отговаря.</translation>
    </message>
</context>
<context>
    <name>portolan::Snapshot</name>
    <message>
        <source>The kernel&apos;s tables changed during every attempt to read them; some listeners may be missing.</source>
        <translation>Таблиците на ядрото се променяха при всеки опит да бъдат прочетени; възможно е да липсват слушащи портове.</translation>
    </message>
    <message>
        <source>The kernel&apos;s socket interface (netlink) was refused; /proc/net is read instead.</source>
        <translation>Достъпът до интерфейса на ядрото за сокети (netlink) е отказан; вместо него се чете /proc/net.</translation>
    </message>
    <message>
        <source>One of the tables in /proc/net could not be read; some listeners may be missing.</source>
        <translation>Една от таблиците в /proc/net не можа да бъде прочетена; възможно е да липсват слушащи портове.</translation>
    </message>
    <message>
        <source>/proc could not be read; owners are missing.</source>
        <translation>/proc не можа да бъде прочетена; собствениците липсват.</translation>
    </message>
    <message>
        <source>/proc is mounted with hidepid; other users&apos; processes cannot be seen.</source>
        <translation>/proc е монтирана с hidepid; процесите на други потребители не се виждат.</translation>
    </message>
    <message>
        <source>Some processes&apos; open files may not be read without more privileges; where possible, the owner is inferred.</source>
        <translation>Отворените файлове на някои процеси не се четат без повече права; където е възможно, собственикът е установен по извод.</translation>
    </message>
    <message>
        <source>The sockets of another network namespace could not be read; some of its listeners may be missing.</source>
        <translation>Сокетите в друго мрежово пространство от имена не се четат; част от слушащите портове в него може да липсват.</translation>
    </message>
    <message>
        <source>No unified control group tree (version 2) is mounted: units of other users&apos; sockets are missing, and their owners are inferred from the user alone.</source>
        <translation>Не е монтирано единно дърво на контролните групи (версия 2): за сокетите на други потребители липсват услугите (systemd), а собствениците се извеждат само от потребителя.</translation>
    </message>
</context>
<context>
    <name>portolan::SnapshotBar</name>
    <message>
        <source>Back to live</source>
        <translation>Обратно на живо</translation>
    </message>
</context>
<context>
    <name>portolan::StepActions</name>
    <message>
        <source>Save a copy of the running program</source>
        <translation>Записване на копие от изпълняваната програма</translation>
    </message>
    <message>
        <source>Saved as %1. It cannot be run from there by accident: it may only be read, and only by you.</source>
        <translation>Записано като %1. Оттам не може да бъде пуснато случайно: може само да се чете, и то само от вас.</translation>
    </message>
    <message>
        <source>The command is on the clipboard. Paste it into a terminal when a restart suits you.</source>
        <translation>Командата е в системния буфер. Поставете я в терминал, когато рестартирането ви е удобно.</translation>
    </message>
</context>
<context>
    <name>portolan::StepButtons</name>
    <message>
        <source>What you can do</source>
        <translation>Какво можете да направите</translation>
    </message>
    <message>
        <source>Copy restart command</source>
        <translation>Копиране на командата за рестарт</translation>
    </message>
    <message>
        <source>Save a copy of it…</source>
        <translation>Записване на копие…</translation>
    </message>
    <message>
        <source>Show its file</source>
        <translation>Показване на файла</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Спиране…</translation>
    </message>
    <message>
        <source>Ask the port</source>
        <translation>Запитване на порта</translation>
    </message>
    <message>
        <source>Read the note</source>
        <translation>Прочитане на бележката</translation>
    </message>
    <message>
        <source>Accept as normal</source>
        <translation>Приемане като нормален</translation>
    </message>
    <message>
        <source>See it fully</source>
        <translation>Показване изцяло</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Писане на бележка…</translation>
    </message>
</context>
<context>
    <name>portolan::StopController</name>
    <message>
        <source>This is a picture from a file, perhaps of another machine. Stop processes from the window that watches this machine.</source>
        <translation>Това е картина от файл, може би на друга машина. Спирайте процеси от прозореца, който наблюдава тази машина.</translation>
    </message>
    <message>
        <source>It is not known which process holds this port, so there is nothing to stop.</source>
        <translation>Не е известно кой процес държи този порт, затова няма какво да се спре.</translation>
    </message>
    <message>
        <source>The owner is only inferred. Portolan stops a process only when it has seen that it holds the port; start it as the administrator to see that.</source>
        <translation>Собственикът е установен само по извод. Portolan спира процес единствено когато е видял, че той държи порта; за да се види това, стартирайте Portolan с администраторски права.</translation>
    </message>
    <message>
        <source>This is the first process of the system; stopping it would stop the machine.</source>
        <translation>Това е първият процес на системата; спирането му би спряло машината.</translation>
    </message>
</context>
<context>
    <name>portolan::StopDialog</name>
    <message>
        <source>Stop</source>
        <translation>Спиране</translation>
    </message>
    <message>
        <source>End by force</source>
        <translation>Принудително спиране</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Stop a process</source>
        <translation>Спиране на процес</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Какво ще се случи</translation>
    </message>
    <message>
        <source>Ends the process at once (SIGKILL). It cannot save anything.</source>
        <translation>Прекратява процеса веднага (SIGKILL). Той не може да запази нищо.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Затваряне</translation>
    </message>
    <message>
        <source>What to stop</source>
        <translation>Какво да бъде спряно</translation>
    </message>
</context>
<context>
    <name>portolan::StopWords</name>
    <message>
        <source>This is Portolan itself: this window will close.</source>
        <translation>Това е самият Portolan: този прозорец ще се затвори.</translation>
    </message>
    <message>
        <source>It manages the services of a session; ending it may end every program of that session.</source>
        <translation>Управлява услугите на сесия; спирането му може да затвори всички програми в нея.</translation>
    </message>
    <message>
        <source>It belongs to a desktop session; ending it may end that session with all its programs. Save your work first.</source>
        <translation>Част е от графична сесия; спирането му може да я прекрати заедно с всичките ѝ програми. Първо запазете работата си.</translation>
    </message>
    <message>
        <source>If you are connected to this machine through it, you may not be able to connect again.</source>
        <translation>Ако сте свързани с тази машина чрез него, може да не успеете да се свържете отново.</translation>
    </message>
    <message>
        <source>It belongs to the service %1. The service manager may start it again at once; &quot;systemctl stop %1&quot; stops the service for good.</source>
        <translation>Част е от услугата %1. Мениджърът на услуги може веднага да го стартира отново; „systemctl stop %1“ спира услугата окончателно.</translation>
    </message>
    <message>
        <source>It runs in a container; the container may end with it or start it again.</source>
        <translation>Работи в контейнер; контейнерът може да спре заедно с него или да го стартира отново.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>program name (pid)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>Спиране на %1?</translation>
    </message>
    <message>
        <source>The process is asked to end (SIGTERM), so that it can save and tidy up first.</source>
        <translation>Процесът ще бъде помолен да завърши (SIGTERM), за да може първо да запази и приключи работата си.</translation>
    </message>
    <message numerus="yes">
        <source>%n other process(es) hold the same socket. Only the leader is asked: most servers then end their workers, but workers that go on keep the port open.</source>
        <translation>
            <numerusform>Още %n процес държи същия сокет. Молба получава само водещият: повечето сървъри тогава спират работните си процеси, но който от тях продължи, държи порта отворен.</numerusform>
            <numerusform>Още %n процеса държат същия сокет. Молба получава само водещият: повечето сървъри тогава спират работните си процеси, но който от тях продължи, държи порта отворен.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s) will go:</source>
        <translation>
            <numerusform>Ще се затвори %n слушащ порт:</numerusform>
            <numerusform>Ще се затворят %n слушащи порта:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и още %n</numerusform>
            <numerusform>и още %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for %1 to end…</source>
        <translation>%1: изчаква се да завърши…</translation>
    </message>
    <message>
        <source>Ending %1 by force…</source>
        <translation>%1: принудително спиране…</translation>
    </message>
    <message>
        <source>%1 has ended.</source>
        <translation>%1 завърши.</translation>
    </message>
    <message>
        <source>%1 was ended by force.</source>
        <translation>%1 беше спрян принудително.</translation>
    </message>
    <message>
        <source>%1 was asked to end and is still running. It may be saving its work, or it ignores the request. You can wait, or end it by force; then it cannot save anything.</source>
        <translation>%1 беше помолен да завърши и още работи. Възможно е да запазва работата си или да пренебрегва молбата. Можете да изчакате или да го спрете принудително; тогава няма да може да запази нищо.</translation>
    </message>
    <message>
        <source>%1 is still there. The kernel ends it as soon as the device or file it waits for answers.</source>
        <translation>%1 още е там. Ядрото ще го прекрати, щом отговори устройството или файлът, който той чака.</translation>
    </message>
    <message>
        <source>%1 had already ended. Nothing was sent.</source>
        <translation>%1 вече беше завършил. Нищо не беше изпратено.</translation>
    </message>
    <message>
        <source>%1 has ended, and another process has its number now. Nothing was sent.</source>
        <translation>%1 е завършил и номерът му вече е на друг процес. Нищо не беше изпратено.</translation>
    </message>
    <message>
        <source>The system does not let you stop %1: it belongs to another user or is protected. Nothing was sent. Start Portolan as that user or as the administrator, or ask the administrator to stop it.</source>
        <translation>Системата не ви позволява да спрете %1: процесът е на друг потребител или е защитен. Нищо не беше изпратено. Стартирайте Portolan като този потребител или с администраторски права, или помолете администратора да го спре.</translation>
    </message>
    <message>
        <source>%1 could not be stopped: %2. Nothing was sent. Refresh the list and try again.</source>
        <translation>%1 не можа да бъде спрян: %2. Нищо не беше изпратено. Обновете списъка и опитайте пак.</translation>
    </message>
    <message>
        <source>End &amp;only the process %1</source>
        <translation>Приключване само на &amp;процеса %1</translation>
    </message>
    <message>
        <source>Stop the &amp;service %1</source>
        <translation>Спиране на &amp;услугата %1</translation>
    </message>
    <message>
        <source>Stop the &amp;socket unit %1</source>
        <translation>Спиране на &amp;сокета %1</translation>
    </message>
    <message>
        <source>Stop the service %1?</source>
        <translation>Да бъде ли спряна услугата %1?</translation>
    </message>
    <message>
        <source>Stop the socket unit %1?</source>
        <translation>Да бъде ли спрян сокетът %1?</translation>
    </message>
    <message>
        <source>The service manager is asked to stop it. All of its processes end, each with time to save and tidy up, and it is not started again by itself; &quot;%1&quot; starts it.</source>
        <translation>Мениджърът на услуги ще бъде помолен да я спре. Всичките ѝ процеси приключват, като получават време да запишат и подредят работата си, и тя не се стартира отново сама; „%1“ я стартира.</translation>
    </message>
    <message>
        <source>The service manager is asked to close the port, so that a connection no longer starts %1; &quot;%2&quot; opens it again.</source>
        <translation>Мениджърът на услуги ще бъде помолен да затвори порта, така че връзка вече да не стартира %1; „%2“ го отваря отново.</translation>
    </message>
    <message>
        <source>&amp;Also stop %1: it keeps the port open, and would start the service again</source>
        <translation>&amp;Спиране и на %1: той държи порта отворен и би стартирал услугата отново</translation>
    </message>
    <message>
        <source>Waiting for the service manager to stop %1… The system may ask for a password.</source>
        <translation>Изчаква се мениджърът на услуги да спре %1… Системата може да поиска парола.</translation>
    </message>
    <message>
        <source>%1 was stopped.</source>
        <translation>Спиране на %1: готово.</translation>
    </message>
    <message>
        <source>%1 was stopped. %2 keeps the port open.</source>
        <translation>Спиране на %1: готово. Портът остава отворен заради %2.</translation>
    </message>
    <message>
        <source>The service manager is still stopping %1. Some services take minutes to finish their work.</source>
        <translation>Мениджърът на услуги още спира %1. На някои услуги им трябват минути, за да довършат работата си.</translation>
    </message>
    <message>
        <source>The system does not let you stop %1.</source>
        <translation>Системата не ви позволява да спрете %1.</translation>
    </message>
    <message>
        <source>The service manager does not know %1 any more.</source>
        <translation>Мениджърът на услуги вече не познава %1.</translation>
    </message>
    <message>
        <source>%1 can only be stopped together with another unit that needs it.</source>
        <translation>Спирането на %1 е възможно само заедно с друга услуга на systemd, която зависи от нея.</translation>
    </message>
    <message>
        <source>The service manager does not answer; %1 may still be running.</source>
        <translation>Мениджърът на услуги не отговаря; възможно е %1 още да работи.</translation>
    </message>
    <message>
        <source>The service manager could not stop %1: %2.</source>
        <translation>Мениджърът на услуги не успя да спре %1: %2.</translation>
    </message>
    <message>
        <source>%1 You can end only the process %2 instead.</source>
        <comment>what happened, process</comment>
        <translation>%1 Вместо това можете да приключите само процеса %2.</translation>
    </message>
</context>
<context>
    <name>portolan::SummaryBar</name>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; listening</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; слушащ порт</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; слушащи порта</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; reachable from the network</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; достъпен от мрежата</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; достъпни от мрежата</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; to investigate</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; за проверка</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; за проверка</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; new since start</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; нов от началото</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; нови от началото</numerusform>
        </translation>
    </message>
    <message>
        <source>live</source>
        <translation>на живо</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>на всеки %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>на пауза</translation>
    </message>
    <message>
        <source>not live: snapshot file</source>
        <translation>не е на живо: файл със снимка</translation>
    </message>
    <message>
        <source>taken %1</source>
        <translation>снета %1</translation>
    </message>
    <message>
        <source>via /proc/net: netlink refused</source>
        <translation>чрез /proc/net: netlink е отказан</translation>
    </message>
    <message>
        <source>via /proc/net</source>
        <translation>чрез /proc/net</translation>
    </message>
    <message numerus="yes">
        <source>%n owner(s) inferred</source>
        <translation>
            <numerusform>%n собственик по извод</numerusform>
            <numerusform>%n собственици по извод</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n owner(s) inferred without privileges</source>
        <translation>
            <numerusform>%n собственик по извод (без администраторски права)</numerusform>
            <numerusform>%n собственици по извод (без администраторски права)</numerusform>
        </translation>
    </message>
    <message>
        <source>partial</source>
        <translation>непълна картина</translation>
    </message>
    <message>
        <source>tables kept changing</source>
        <translation>таблиците се променяха</translation>
    </message>
    <message>
        <source>netlink refused</source>
        <translation>отказан netlink</translation>
    </message>
    <message>
        <source>a table could not be read</source>
        <translation>една таблица не се чете</translation>
    </message>
    <message>
        <source>owners missing</source>
        <translation>собствениците липсват</translation>
    </message>
    <message>
        <source>some owners hidden</source>
        <translation>част от собствениците са скрити</translation>
    </message>
    <message>
        <source>other users&apos; processes hidden</source>
        <translation>чуждите процеси са скрити</translation>
    </message>
    <message>
        <source>owners cannot be inferred</source>
        <translation>собственици не могат да се предположат</translation>
    </message>
    <message>
        <source>a network namespace could not be read</source>
        <translation>мрежово пространство от имена не се чете</translation>
    </message>
    <message>
        <source>owners seen fully</source>
        <translation>собствениците се виждат изцяло</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; changed since accepted</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; променен след приемането</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; променени след приемането</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; new since the baseline</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; нов спрямо приетата норма</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; нови спрямо приетата норма</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::Verdict</name>
    <message>
        <source>Expected</source>
        <translation>Очаквано</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Обяснено</translation>
    </message>
    <message>
        <source>Unfamiliar</source>
        <translation>Непознато</translation>
    </message>
    <message>
        <source>Investigate</source>
        <translation>Проверете</translation>
    </message>
</context>
<context>
    <name>portolan::VerdictBox</name>
    <message>
        <source>Verdict and its reasons</source>
        <translation>Оценка и основания</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>verdict&apos;s glyph and word</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Also known of it:</source>
        <translation>Известно е и това:</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how it is known, what it counts</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n точка</numerusform>
            <numerusform>%n точки</numerusform>
        </translation>
    </message>
    <message>
        <source>How was this judged?</source>
        <translation>Как е преценено това?</translation>
    </message>
    <message>
        <source>What you can do:</source>
        <translation>Какво можете да направите:</translation>
    </message>
</context>
<context>
    <name>portolan::VerdictRule</name>
    <message numerus="yes">
        <source>What speaks against it adds up to %n point(s); three call for a look.</source>
        <translation>
            <numerusform>Това, което говори против него, прави общо %n точка; три изискват проверка.</numerusform>
            <numerusform>Това, което говори против него, прави общо %n точки; три изискват проверка.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What speaks against it adds up to %n point(s). Where the network can reach a port, two call for a look.</source>
        <translation>
            <numerusform>Това, което говори против него, прави общо %n точка. Когато портът е достъпен от мрежата, две изискват проверка.</numerusform>
            <numerusform>Това, което говори против него, прави общо %n точки. Когато портът е достъпен от мрежата, две изискват проверка.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What speaks against it adds up to %n point(s). That alone does not call for a look: three would, or two where the network can reach the port.</source>
        <translation>
            <numerusform>Това, което говори против него, прави общо %n точка. Само по себе си то не изисква проверка: това правят три точки, или две, ако портът е достъпен от мрежата.</numerusform>
            <numerusform>Това, което говори против него, прави общо %n точки. Само по себе си то не изисква проверка: това правят три точки, или две, ако портът е достъпен от мрежата.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing speaks against it, and the program is the one the port is registered for.</source>
        <translation>Нищо не говори против него и програмата е тази, за която е регистриран портът.</translation>
    </message>
    <message>
        <source>Nothing speaks against it, and there is a known reason for it.</source>
        <translation>Нищо не говори против него и има известна причина за него.</translation>
    </message>
    <message>
        <source>Nothing speaks against it, and nothing known speaks for it.</source>
        <translation>Нищо не говори против него и нищо известно не говори за него.</translation>
    </message>
    <message numerus="yes">
        <source>What speaks against it adds up to %n point(s), and you accepted it as normal as it is. Once it changes, the points count again.</source>
        <translation>
            <numerusform>Това, което говори против, прави общо %n точка, но портът е приет като нормален такъв, какъвто е. Щом се промени, точките отново се броят.</numerusform>
            <numerusform>Това, което говори против, прави общо %n точки, но портът е приет като нормален такъв, какъвто е. Щом се промени, точките отново се броят.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portolan::Yaml</name>
    <message>
        <source>%1 must be a map of keys; the keys are %2</source>
        <translation>%1 трябва да е речник с ключове; ключовете са %2</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;; the keys are %2</source>
        <translation>непознат ключ „%1“; ключовете са %2</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; is missing</source>
        <translation>липсва ключът „%1“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be one text, not a list or map</source>
        <translation>„%1“ трябва да е един текст, а не списък или речник</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty; write something or leave the key out</source>
        <translation>„%1“ е празно; напишете нещо или пропуснете ключа</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text or a list of texts</source>
        <translation>„%1“ трябва да е текст или списък от текстове</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in &quot;%2&quot; has a folder; right would be the bare name</source>
        <translation>„%1“ в „%2“ съдържа папка; правилно е само името</translation>
    </message>
    <message>
        <source>the id &quot;%1&quot; has other than lower-case letters, digits and hyphens</source>
        <translation>идентификаторът „%1“ съдържа и друго освен малки латински букви, цифри и тирета</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no port and no range; right would be 3155 or 3127-3198, up to 65535</source>
        <translation>„%1“ не е нито порт, нито диапазон; правилно е например 3155 или 3127-3198, най-много до 65535</translation>
    </message>
    <message>
        <source>&quot;source&quot; must be a map with a title and, where there is one, a url</source>
        <translation>„source“ трябва да е речник със заглавие (title) и адрес (url), когато има такъв</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot; in source; right would be title or url</source>
        <translation>непознат ключ „%1“ в source; правилно е title или url</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no web address; right would be https://...</source>
        <translation>„%1“ не е уеб адрес; правилно е https://...</translation>
    </message>
    <message>
        <source>a second document begins; a file holds one</source>
        <translation>започва втори документ; файлът съдържа само един</translation>
    </message>
    <message>
        <source>aliases are not used here; write the value out</source>
        <translation>тук не се използват псевдоними; напишете стойността изцяло</translation>
    </message>
    <message>
        <source>anchors are not used here; write the value out</source>
        <translation>тук не се използват котви; напишете стойността изцяло</translation>
    </message>
    <message>
        <source>tags are not used here</source>
        <translation>тук не се използват етикети на YAML</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation>вложено на повече от %1 нива</translation>
    </message>
    <message>
        <source>a key must be a plain word</source>
        <translation>ключът трябва да е обикновена дума</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; appears twice</source>
        <translation>ключът „%1“ се среща два пъти</translation>
    </message>
    <message>
        <source>the file is larger than %1 MB; split it</source>
        <translation>файлът е по-голям от %1 MB; разделете го</translation>
    </message>
    <message>
        <source>the file is not UTF-8 text</source>
        <translation>файлът не е текст в UTF-8</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>файлът е празен</translation>
    </message>
    <message>
        <source>not valid YAML: %1</source>
        <translation>невалиден YAML: %1</translation>
    </message>
</context>
</TS>
