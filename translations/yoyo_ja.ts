<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Sheet</name>
    <message>
        <source>%1: %2</source>
        <comment>label and value on a print</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>時点</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Includes %1 change(s) not yet sent to the central service</source>
        <translation>未送信 %1 件を含む</translation>
    </message>
</context>
<context>
    <name>yoyo::Band</name>
    <message>
        <source>Notice</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>メンテナンス中</translation>
    </message>
    <message>
        <source>Verification environment</source>
        <translation>検証環境</translation>
    </message>
    <message>
        <source>Practice environment</source>
        <translation>練習環境</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>このお知らせを閉じる</translation>
    </message>
</context>
<context>
    <name>yoyo::ConfirmDialog</name>
    <message>
        <source>Type “%1” to go on</source>
        <translation>続けるには「%1」と入力してください</translation>
    </message>
    <message>
        <source>Do not do it</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>yoyo::DateField</name>
    <message>
        <source>Choose from a calendar</source>
        <translation>カレンダーから選ぶ</translation>
    </message>
    <message>
        <source>2026-04-01</source>
        <translation>2026-04-01</translation>
    </message>
</context>
<context>
    <name>yoyo::ErrorPresenter</name>
    <message>
        <source>%1 (%2)</source>
        <comment>message and its code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>問題が起きました。</translation>
    </message>
</context>
<context>
    <name>yoyo::FormField</name>
    <message>
        <source>Required</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>エラー：%1</translation>
    </message>
</context>
<context>
    <name>yoyo::ListPanel</name>
    <message>
        <source>Columns as delivered</source>
        <translation>列を初期状態に戻す</translation>
    </message>
    <message>
        <source>View only</source>
        <translation>閲覧のみ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>表示する列を選ぶ</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>検索と絞り込みを解除</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <comment>total count</comment>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>%2 of %1 entries (filter: %3)</source>
        <translation>%1 件中 %2 件（絞り込み：%3）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between filter words</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>一覧を読み込んでいます…</translation>
    </message>
    <message>
        <source>Nothing matches the search and filters.</source>
        <translation>検索と絞り込みに合うものはありません。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
</context>
<context>
    <name>yoyo::MessageLine</name>
    <message>
        <source>%1 (%2)</source>
        <comment>message and its code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>このお知らせを閉じる</translation>
    </message>
</context>
<context>
    <name>yoyo::PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>yoyo::PasswordField</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock がオンです。</translation>
    </message>
    <message>
        <source>Full-width characters are in it. They count the same as half-width ones.</source>
        <translation>全角文字が含まれています。半角文字と同じものとして扱います。</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>パスワードを隠す</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>パスワードを表示</translation>
    </message>
</context>
<context>
    <name>yoyo::ProblemSummary</name>
    <message>
        <source>%1: %2</source>
        <comment>field and its problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>Please confirm %n point(s)</source>
        <translation>
            <numerusform>%n 件を確認してください</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) need correction before saving</source>
        <translation>
            <numerusform>保存の前に %n 件の修正が必要です</numerusform>
        </translation>
    </message>
</context>
</TS>
