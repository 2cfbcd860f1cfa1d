<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
