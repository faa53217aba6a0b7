// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/interpreter.h"

#include <QRegularExpression>
#include <QTest>

using namespace portolan;

class InterpreterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void names();
    void arguments_data();
    void arguments();
    void paths_data();
    void paths();
    void hostile();
};

void InterpreterTest::names()
{
    for (const QStringView name : { u"python", u"python3.11", u"nodejs", u"node", u"bash", u"perl5.36.0", u"guile-3.0" })
        QVERIFY2(isInterpreter(name), qPrintable(name.toString()));
    for (const QStringView name : { u"", u"pythonic", u"shadowsocks", u"sshd", u"node_exporter", u"java-agent", u"php-fpm8.2" })
        QVERIFY2(!isInterpreter(name), qPrintable(name.toString()));
}

void InterpreterTest::arguments_data()
{
    QTest::addColumn<QString>("interpreter");
    QTest::addColumn<QString>("line"); // what follows the program's name, by spaces
    QTest::addColumn<QString>("script");
    const auto row = [](const char *interpreter, const char *line, const char *script) {
        QTest::addRow("%s %s", interpreter, line)
            << QString::fromLatin1(interpreter) << QString::fromLatin1(line) << QString::fromLatin1(script);
    };
    row("python3.11", "", "");
    row("python3.11", "app.py --port 80", "app.py");
    row("python3.11", "-u /srv/app.py x", "/srv/app.py");
    row("python3.11", "/usr/bin/gunicorn -b :8000 app:app", "/usr/bin/gunicorn");
    row("python3.11", "-m http.server 8000", "");
    row("python3.11", "-Im http.server", "");
    row("python3.11", "-c import(socket) x.py", "");
    row("python3.11", "-W ignore -X dev x.py", "x.py");
    row("python3.11", "-Wignore -OO x.py", "x.py");
    row("python3.11", "--check-hash-based-pycs never x.py", "x.py");
    row("python3.11", "- x.py", "");
    row("python3.11", "-- -x.py", "-x.py");
    row("perl", "-T /usr/sbin/x", "/usr/sbin/x");
    row("perl", "-w -I /lib/perl x.pl", "x.pl");
    row("perl", "-Ilib -MPOSIX x.pl", "x.pl");
    row("perl", "-ne print x.txt", "");
    row("perl", "-i.bak x.pl", "x.pl");
    row("ruby", "script", "script");
    row("ruby", "-r bundler/setup -C /srv x.rb", "x.rb");
    row("ruby", "-W0 -rjson --encoding utf-8 x.rb", "x.rb");
    row("ruby", "-e puts x.rb", "");
    row("node", "--inspect app.js", "app.js");
    row("node", "--inspect=0.0.0.0:9229 -r dotenv/config app.js", "app.js");
    row("node", "--eval 1 app.js", "");
    row("node", "--eval=1 app.js", "");
    row("node", "inspect app.js", "app.js");
    row("java", "-jar x.jar", "x.jar");
    row("java", "-Xmx1g -Dk=v -jar -Xms1g /opt/x.jar a.jar", "/opt/x.jar");
    row("java", "-cp /opt/a.jar:/opt/b.jar org.example.Main x.jar", "/opt/a.jar");
    row("java", "-cp :/opt/lib/* Main", "/opt/lib");
    row("java", "-cp", "");
    row("java", "org.example.Main", "");
    row("java", "Main.java", "Main.java");
    row("java", "--module-path mods -m app/Main x.jar", "");
    row("php", "-S 0.0.0.0:8000 -t public router.php", "router.php");
    row("php", "-S 0.0.0.0:8000", "");
    row("php", "artisan serve", "artisan");
    row("php", "-f x.php", "x.php");
    row("bash", "-c sleep x.sh", "");
    row("bash", "-lc sleep", "");
    row("bash", "-euo pipefail ./run.sh", "./run.sh");
    row("bash", "--rcfile /etc/rc -x run.sh", "run.sh");
    row("bash", "+o posix run.sh", "run.sh");
    row("bash", "-s x", "");
    row("sh", "./run", "./run");
    row("dash", "- run", "run");
    row("lua5.4", "-l mod x.lua", "x.lua");
    row("deno", "run -A --allow-net main.ts", "main.ts");
    row("deno", "task dev", "");
    row("bun", "--watch server.ts", "server.ts");
    row("dotnet", "/srv/app.dll --urls x", "/srv/app.dll");
    row("dotnet", "exec --depsfile a.json app.dll", "app.dll");
    row("dotnet", "run", "");
    row("tclsh8.6", "-encoding utf-8 x.tcl", "x.tcl");
    row("guile-3.0", "-s x.scm", "x.scm");
    row("sshd", "-D x", "");
}

void InterpreterTest::arguments()
{
    QFETCH(QString, interpreter);
    QFETCH(QString, line);
    const QStringList commandLine = QStringList { interpreter } + line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QTEST(scriptArgument(interpreter, commandLine), "script");
}

void InterpreterTest::paths_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *argument, const char *folder, const char *path) {
        QTest::addRow("%s in %s", argument, folder)
            << QString::fromLatin1(argument) << QString::fromLatin1(folder) << QString::fromLatin1(path);
    };
    row("/srv/x.py", "", "/srv/x.py");
    row("/srv/../x.py", "/home", "/srv/../x.py");
    row("x.py", "/srv", "/srv/x.py");
    row("./x.py", "/", "/x.py");
    row("../lib/./x.py", "/srv/bin", "/srv/lib/./x.py");
    row(".././../x.py", "/srv/bin", "/x.py");
    row("../../../x.py", "/srv", "/x.py");
    row("../", "/srv", "");
    row("x.py", "", "");
    row("x.py", "(unreachable)/srv", "");
    row("/dev/fd/63", "/srv", "");
    row("/proc/self/fd/3", "/srv", "");
}

void InterpreterTest::paths()
{
    QFETCH(QString, argument);
    QFETCH(QString, folder);
    QTEST(scriptOf(u"python3", { QStringLiteral("python3"), argument }, folder), "path");
}

void InterpreterTest::hostile()
{
    const QString name = QStringLiteral("a\nb\x1b[31m.py");
    QCOMPARE(scriptOf(u"python3", { QString(), name }, u"/srv"), QStringLiteral("/srv/") + name);
    QCOMPARE(scriptOf(u"python3", { QString(), QString(5000, u'x') }, u"/srv"), QString());
    QCOMPARE(scriptOf(u"python3", { QString(), QString(4000, u'x') }, QString(u'/') + QString(200, u'y')), QString());
    QCOMPARE(scriptOf(u"python3", {}, u"/srv"), QString());
    QCOMPARE(scriptOf(u"python3", { QString(), QString(), QStringLiteral("x.py") }, u"/srv"), QString());
}

QTEST_GUILESS_MAIN(InterpreterTest)
#include "interpreter_test.moc"
