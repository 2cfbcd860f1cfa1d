<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>yoyo::MainWindow</name>
    <message numerus="yes">
        <source>%n change(s) wait to be sent.</source>
        <translation>
            <numerusform>%n change waits to be sent.</numerusform>
            <numerusform>%n changes wait to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::ProblemSummary</name>
    <message numerus="yes">
        <source>Please confirm %n point(s)</source>
        <translation>
            <numerusform>Please confirm %n point</numerusform>
            <numerusform>Please confirm %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) need correction before saving</source>
        <translation>
            <numerusform>%n point needs correction before saving</numerusform>
            <numerusform>%n points need correction before saving</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::SettingsPage</name>
    <message numerus="yes">
        <source>At most %n minute(s), as your organisation decided.</source>
        <translation>
            <numerusform>At most %n minute, as your organisation decided.</numerusform>
            <numerusform>At most %n minutes, as your organisation decided.</numerusform>
        </translation>
    </message>
</context>
</TS>
