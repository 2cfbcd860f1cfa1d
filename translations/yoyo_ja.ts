<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
    <context>
        <name>ContactText</name>
        <message>
            <source>%1 (%2)</source>
            <comment>name and department</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>%1, phone %2</source>
            <comment>person and phone</comment>
            <translation>%1　電&#x2060;話&#xa0;%2</translation>
        </message>
        <message>
            <source>This PC does not know your office's administrators yet. Please ask your superior or your IT staff. If you are the only administrator yourself, call the helpdesk.</source>
            <translation>このPCでは管理者がまだわかりません。上司または情報担当に確認してください。ご自身が唯一の管理者のときはヘルプデスクへ。</translation>
        </message>
        <message>
            <source>Known after the first sign-in on this PC. Until then, see the mail that announced your account.</source>
            <translation>このPCで最初にサインインしたあと、ここに表示されます。それまでは、アカウント発行のメールに書かれた連絡先をご覧ください。</translation>
        </message>
        <message>
            <source>Phone %1</source>
            <translation>電話 %1</translation>
        </message>
        <message>
            <source>The user ID or the password is wrong, or it cannot be used for a while because of repeated wrong tries.</source>
            <translation>ユーザIDまたはパスワードが違うか、続けて間違えたため一時的に使えません。</translation>
        </message>
        <message numerus="yes">
            <source>%1 Try again after %n minute(s), or ask an administrator to unlock it.</source>
            <translation>
                <numerusform>%1 %n分後に試すか、管理者に解除を頼んでください。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 Try again after %n minute(s), or ask an administrator to unlock it: %2</source>
            <translation>
                <numerusform>%1 %n分後に試すか、管理者（%2）に解除を頼んでください。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewPasswordPage</name>
        <message>
            <source>These are the rules of Yoyo Desk; the service may ask for more.</source>
            <translation>予予デスクの決まりです。中央システムがさらに求めることがあります。</translation>
        </message>
        <message>
            <source>Set by: the central service for %1</source>
            <translation>この決まりの設定元：%1 の中央システム</translation>
        </message>
        <message>
            <source>Set by: the central service</source>
            <translation>この決まりの設定元：中央システム</translation>
        </message>
    </context>
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
        <name>SyncWords</name>
        <message>
            <source>(none)</source>
            <translation>（なし）</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>はい</translation>
        </message>
        <message>
            <source>no</source>
            <translation>いいえ</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>field and value</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <comment>field, before, after</comment>
            <translation>%1：%2 → %3</translation>
        </message>
        <message>
            <source>; </source>
            <comment>between changes</comment>
            <translation>、</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <comment>changes</comment>
            <translation>
                <numerusform>%1 ほか%n項目</numerusform>
            </translation>
        </message>
        <message>
            <source>New: %1</source>
            <translation>新規：%1</translation>
        </message>
        <message>
            <source>User</source>
            <translation>ユーザ</translation>
        </message>
        <message>
            <source>Vaccine item</source>
            <translation>予防接種の種類</translation>
        </message>
        <message>
            <source>Vaccination setting</source>
            <translation>予防接種設定</translation>
        </message>
        <message>
            <source>Name and kana</source>
            <translation>氏名・フリガナ</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>所属</translation>
        </message>
        <message>
            <source>Mail and phone</source>
            <translation>メール・電話</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>権限</translation>
        </message>
        <message>
            <source>State and period of use</source>
            <translation>状態・利用期間</translation>
        </message>
        <message>
            <source>Employee number and note</source>
            <translation>職員番号・備考</translation>
        </message>
        <message>
            <source>Notice of the user ID</source>
            <translation>ユーザID通知</translation>
        </message>
        <message>
            <source>Implementation flag</source>
            <translation>実施フラグ</translation>
        </message>
        <message>
            <source>Period handled here</source>
            <translation>取扱期間</translation>
        </message>
        <message>
            <source>Season</source>
            <translation>実施期間</translation>
        </message>
        <message>
            <source>Age, sex and pregnancy</source>
            <translation>年齢・性別・妊娠週数</translation>
        </message>
        <message>
            <source>Exceptions by birth date</source>
            <translation>特例対象</translation>
        </message>
        <message>
            <source>Fees and co-payment</source>
            <translation>委託料・自己負担</translation>
        </message>
        <message>
            <source>Contract and forms</source>
            <translation>契約・様式</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>問合せ先</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>備考</translation>
        </message>
        <message>
            <source>Planned change</source>
            <translation>予約された変更</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>kind of row and its name</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登録</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>変更</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>削除</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>依頼</translation>
        </message>
        <message>
            <source>Unsent</source>
            <translation>未送信</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>送信中</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>照会中</translation>
        </message>
        <message>
            <source>Waiting for sign-in</source>
            <translation>サインイン待ち</translation>
        </message>
        <message>
            <source>Waiting for password</source>
            <translation>パスワード待ち</translation>
        </message>
        <message>
            <source>Waiting for approval</source>
            <translation>確認待ち</translation>
        </message>
        <message>
            <source>At the centre</source>
            <translation>中央に反映</translation>
        </message>
        <message>
            <source>Needs a decision</source>
            <translation>要確認</translation>
        </message>
        <message>
            <source>Cannot be sent</source>
            <translation>送信できない</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>取り下げ</translation>
        </message>
        <message>
            <source>Saved on this PC. It has not been sent to the centre yet.</source>
            <translation>このPCに保存しました。中央にはまだ送っていません。</translation>
        </message>
        <message>
            <source>It is on its way to the centre.</source>
            <translation>中央へ送っています。</translation>
        </message>
        <message>
            <source>It was sent, but the answer was lost. The centre is asked what became of it; it is never applied twice.</source>
            <translation>送りましたが、返事が届きませんでした。結果を中央に問い合わせます。二重に反映されることはありません。</translation>
        </message>
        <message>
            <source>The sign-in ended before it could be sent.</source>
            <translation>送る前にサインインが切れました。</translation>
        </message>
        <message>
            <source>This change needs the author's password once more. It is not in force yet.</source>
            <translation>変更した人のパスワードの再入力が必要です。まだ反映されていません。</translation>
        </message>
        <message>
            <source>A second person has to agree.</source>
            <translation>別の人の確認が必要です。</translation>
        </message>
        <message>
            <source>The centre has accepted it.</source>
            <translation>中央が受け付けました。</translation>
        </message>
        <message>
            <source>The centre had it already.</source>
            <translation>中央にはすでに反映されていました。</translation>
        </message>
        <message>
            <source>Somebody else changed the same item at the centre. Both values are kept until a person decides.</source>
            <translation>中央で別の人が同じ項目を変更しました。人が決めるまで、両方の値を残しています。</translation>
        </message>
        <message>
            <source>The centre refused it. It is kept here until it is corrected or taken back.</source>
            <translation>中央が受け付けませんでした。直すか元に戻すまで、このPCに残ります。</translation>
        </message>
        <message>
            <source>It follows another change that could not be sent.</source>
            <translation>先にある変更が送れないため、止まっています。</translation>
        </message>
        <message>
            <source>It was taken back on this PC and never sent.</source>
            <translation>このPCで元に戻しました。中央には送っていません。</translation>
        </message>
        <message>
            <source>There is nothing left to do.</source>
            <translation>することはありません。</translation>
        </message>
        <message>
            <source>There is nothing to do: it goes by itself when the centre can be reached.</source>
            <translation>することはありません。中央につながると自動で送ります。</translation>
        </message>
        <message>
            <source>Sign in again; then it goes by itself.</source>
            <translation>もう一度サインインしてください。そのあと自動で送ります。</translation>
        </message>
        <message>
            <source>Type your password; then it goes by itself.</source>
            <translation>パスワードを入力してください。そのあと自動で送ります。</translation>
        </message>
        <message>
            <source>Compare both values and decide.</source>
            <translation>両方の値を見比べて決めてください。</translation>
        </message>
        <message>
            <source>Open the form, correct the item and save again, or take the change back.</source>
            <translation>画面を開いて項目を直し、保存し直してください。または変更を元に戻してください。</translation>
        </message>
        <message>
            <source>Settle the change before it first; this one follows by itself.</source>
            <translation>先にある変更を片づけてください。これは続いて自動で送られます。</translation>
        </message>
        <message>
            <source>Ask an administrator of your office, or take the change back.</source>
            <translation>自組織の管理者に相談するか、変更を元に戻してください。</translation>
        </message>
        <message>
            <source>Tell the helpdesk the code. The change is kept.</source>
            <translation>ヘルプデスクにコードを伝えてください。変更は残っています。</translation>
        </message>
        <message>
            <source>Only the person who made it can send it: by signing in on this PC.</source>
            <translation>変更した本人がこのPCでサインインすると送られます。</translation>
        </message>
        <message>
            <source>Only %1 can send it: by signing in on this PC.</source>
            <translation>%1 さんがこのPCでサインインすると送られます。</translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>もう一度サインイン</translation>
        </message>
        <message>
            <source>Type the password…</source>
            <translation>パスワードを入力…</translation>
        </message>
        <message>
            <source>Compare and decide…</source>
            <translation>見比べて決める…</translation>
        </message>
        <message>
            <source>Open the form</source>
            <translation>画面を開いて直す</translation>
        </message>
        <message>
            <source>Both sides changed the same item to different values.</source>
            <translation>同じ項目が、このPCと中央とで違う値に変更されました。</translation>
        </message>
        <message>
            <source>You changed it here; at the centre it was deleted.</source>
            <translation>このPCで変更しましたが、中央では削除されています。</translation>
        </message>
        <message>
            <source>You deleted it here; at the centre it was changed.</source>
            <translation>このPCで削除しましたが、中央では変更されています。</translation>
        </message>
        <message>
            <source>Synchronisation has not begun.</source>
            <translation>同期はまだ始まっていません。</translation>
        </message>
        <message>
            <source>Connected with the centre. Changes are sent by themselves.</source>
            <translation>中央とつながっています。変更は自動で送られます。</translation>
        </message>
        <message>
            <source>Connecting with the centre…</source>
            <translation>中央に接続しています…</translation>
        </message>
        <message>
            <source>Sending changes…</source>
            <translation>変更を送っています…</translation>
        </message>
        <message>
            <source>Receiving changes…</source>
            <translation>変更を受け取っています…</translation>
        </message>
        <message>
            <source>Offline: the centre cannot be reached. Work goes on; changes are kept on this PC.</source>
            <translation>オフライン：中央につながりません。作業は続けられます。変更はこのPCに残ります。</translation>
        </message>
        <message>
            <source>The last try failed. It is tried again by itself; changes are kept on this PC.</source>
            <translation>前回の同期はできませんでした。自動でもう一度試します。変更はこのPCに残っています。</translation>
        </message>
        <message>
            <source>The sign-in has ended. Changes are kept and sent after you sign in again.</source>
            <translation>サインインが切れています。変更は残っていて、もう一度サインインすると送られます。</translation>
        </message>
        <message>
            <source>The centre is under maintenance. Changes are kept and sent afterwards.</source>
            <translation>中央はメンテナンス中です。変更は残っていて、終わったら送られます。</translation>
        </message>
        <message>
            <source>This program is too old to send. Changes are kept for the newer program.</source>
            <translation>このプログラムは古いため送信できません。変更は残っていて、新しい版から送られます。</translation>
        </message>
        <message>
            <source>Another program of yours on this PC is synchronising now.</source>
            <translation>このPCの別の予予デスクが同期しています。</translation>
        </message>
        <message>
            <source>Synchronisation has stopped and needs a decision.</source>
            <translation>同期を止めています。確認が必要です。</translation>
        </message>
        <message>
            <source>Last synchronisation: never on this PC</source>
            <translation>最終同期：このPCではまだ</translation>
        </message>
        <message>
            <source>Last synchronisation: %1 (verified)</source>
            <translation>最終同期：%1（照合済み）</translation>
        </message>
        <message>
            <source>Last synchronisation: %1 (not verified)</source>
            <translation>最終同期：%1（未照合）</translation>
        </message>
    </context>
    <context>
        <name>TroubleText</name>
        <message>
            <source>User ID or password wrong</source>
            <translation>ユーザIDまたはパスワードが違います</translation>
        </message>
        <message>
            <source>The temporary password can no longer be used</source>
            <translation>この仮パスワードは使えなくなっています</translation>
        </message>
        <message>
            <source>This account is suspended</source>
            <translation>このアカウントは停止されています</translation>
        </message>
        <message>
            <source>The password cannot be used</source>
            <translation>そのパスワードは使えません</translation>
        </message>
        <message>
            <source>The sign-in has ended</source>
            <translation>サインインが切れました</translation>
        </message>
        <message>
            <source>A system error has occurred</source>
            <translation>システムエラーが起きました</translation>
        </message>
        <message>
            <source>The service is under maintenance</source>
            <translation>中央システムはメンテナンス中です</translation>
        </message>
        <message>
            <source>The service is busy</source>
            <translation>中央システムが混み合っています</translation>
        </message>
        <message>
            <source>The address of the service is not found (DNS)</source>
            <translation>中央システムの名前が見つかりません（DNS）</translation>
        </message>
        <message>
            <source>The service cannot be reached</source>
            <translation>中央システムにつながりません</translation>
        </message>
        <message>
            <source>The proxy does not let us through</source>
            <translation>プロキシを通れません</translation>
        </message>
        <message>
            <source>The service's certificate cannot be trusted (TLS)</source>
            <translation>中央システムの証明書を確認できません（TLS）</translation>
        </message>
        <message>
            <source>Something else answers in place of the service</source>
            <translation>中央システムではない別のものが応答しています</translation>
        </message>
        <message>
            <source>The service address is not right</source>
            <translation>接続先のアドレスが正しくありません</translation>
        </message>
        <message>
            <source>The clock of this PC is wrong</source>
            <translation>このPCの時計が合っていません</translation>
        </message>
        <message>
            <source>The keychain of this PC cannot be used</source>
            <translation>このPCのキーチェーンが使えません</translation>
        </message>
        <message>
            <source>Signing in without the service is not possible now</source>
            <translation>今はオフラインでサインインできません</translation>
        </message>
        <message>
            <source>The data on this PC cannot be opened</source>
            <translation>このPCのデータを開けません</translation>
        </message>
        <message>
            <source>This program is too old for the service</source>
            <translation>このプログラムは古くなっています</translation>
        </message>
        <message>
            <source>Temporary passwords live for a few days and can be used once. An administrator of your office can have a new one sent to your mail address.</source>
            <translation>仮パスワードは数日で期限が切れ、使えるのは1回だけです。自組織の管理者が、新しい仮パスワードを登録のメールアドレスへ送れます。</translation>
        </message>
        <message>
            <source>ID and password were right, but an administrator has suspended this account.</source>
            <translation>ユーザIDとパスワードは合っていますが、管理者がこのアカウントを停止しています。</translation>
        </message>
        <message>
            <source>Please sign in again. Work that was not sent yet is still on this PC.</source>
            <translation>もう一度サインインしてください。未送信の作業はこのPCに残っています。</translation>
        </message>
        <message>
            <source>This is not your mistake. What you have typed and saved is kept. Please tell the helpdesk; the text below says what they need.</source>
            <translation>あなたの操作の誤りではありません。入力・保存したものは残っています。ヘルプデスクに連絡してください。必要なことは下の文にまとめてあります。</translation>
        </message>
        <message>
            <source>Please sign in again later. You can leave this page open: it tries again by itself.</source>
            <translation>時間をおいてサインインしてください。この画面を開いたままにすると、自動でもう一度試します。</translation>
        </message>
        <message>
            <source>Too many people use it at this moment. You can leave this page open: it tries again by itself.</source>
            <translation>利用が集中しています。この画面を開いたままにすると、自動でもう一度試します。</translation>
        </message>
        <message>
            <source>The network does not know the name of the service. The cable or wireless connection is off, or the name service (DNS) of your office has a fault.</source>
            <translation>ネットワークが中央システムの名前を知りません。LANケーブルや無線が切れているか、庁内の名前解決（DNS）に不具合があります。</translation>
        </message>
        <message>
            <source>The PC or the network has no way to the service, or the service does not answer. Look first whether cable or wireless connection are on.</source>
            <translation>このPCから中央システムへ通じていないか、中央システムが応答していません。まずLANケーブルや無線がつながっているか見てください。</translation>
        </message>
        <message>
            <source>Your office's proxy server did not answer or wants a sign-in of its own.</source>
            <translation>庁内のプロキシサーバーが応答しないか、プロキシへのサインインを求めています。</translation>
        </message>
        <message>
            <source>To protect the data, nothing was sent. Either the service's certificate or the CA file set on this PC has to be put right. There is no way around it, on purpose.</source>
            <translation>データを守るため、何も送っていません。中央システムの証明書か、このPCに設定したCAファイルを直す必要があります。確認せずに進む方法は、あえて設けていません。</translation>
        </message>
        <message>
            <source>A page of the network (for example a sign-in page of a guest network or a filter) came instead of the service. Nothing was sent to it.</source>
            <translation>中央システムの代わりに、ネットワークの別のページ（接続時の認証ページやフィルターなど）が返ってきました。そこへは何も送っていません。</translation>
        </message>
        <message>
            <source>The address set on this PC does not lead to the service.</source>
            <translation>このPCに設定されたアドレスでは中央システムに行き着きません。</translation>
        </message>
        <message>
            <source>Without the right time certificates and sign-ins cannot be checked.</source>
            <translation>時刻が合っていないと、証明書やサインインを確認できません。</translation>
        </message>
        <message>
            <source>Sign-ins are kept only in the keychain of the operating system, never in clear text. Without it you can work only while the service can be reached.</source>
            <translation>サインインの情報はOSのキーチェーンだけに保存し、平文では保存しません。キーチェーンが使えない間は、中央システムにつながるときだけ作業できます。</translation>
        </message>
        <message>
            <source>The service cannot be reached, and this person has not signed in on this PC recently enough to work without it. Unsent work on this PC is kept.</source>
            <translation>中央システムにつながらず、このPCでの最後のサインインから日がたっているため、オフラインでは作業できません。未送信の作業はこのPCに残っています。</translation>
        </message>
        <message>
            <source>Nothing was deleted. Unsent work stays on this PC as it is.</source>
            <translation>何も消していません。未送信の作業はそのままこのPCに残っています。</translation>
        </message>
        <message>
            <source>Your unsent work is kept and is sent by the newer program.</source>
            <translation>未送信の作業は残っていて、新しい版から送られます。</translation>
        </message>
        <message>
            <source>Ask an administrator of your office</source>
            <translation>自組織の管理者に連絡してください</translation>
        </message>
        <message>
            <source>Ask the IT staff of your office, and show them this page</source>
            <translation>情報担当に連絡し、この画面を見せてください</translation>
        </message>
        <message>
            <source>Ask the helpdesk</source>
            <translation>ヘルプデスクに連絡してください</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>コード</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>種類</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>詳細</translation>
        </message>
        <message>
            <source>Request number</source>
            <translation>要求番号</translation>
        </message>
        <message>
            <source>Time (UTC)</source>
            <translation>時刻（UTC）</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>接続先</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>プログラム</translation>
        </message>
        <message>
            <source>System</source>
            <translation>システム</translation>
        </message>
    </context>
    <context>
        <name>yoyo::AboutPage</name>
        <message>
            <source>Copied. Paste it into your message to the helpdesk.</source>
            <translation>コピーしました。ヘルプデスクへの連絡に貼り付けてください。</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>まだ分かりません</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>プログラム</translation>
        </message>
        <message>
            <source>Yoyo Desk %1</source>
            <translation>予予デスク %1</translation>
        </message>
        <message>
            <source>Central service</source>
            <translation>中央のシステム</translation>
        </message>
        <message>
            <source>Interface</source>
            <translation>接続の取り決め</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>環境</translation>
        </message>
        <message>
            <source>Data of this PC</source>
            <translation>このPCのデータ</translation>
        </message>
        <message>
            <source>Qt</source>
            <translation>Qt</translation>
        </message>
        <message>
            <source>About this program</source>
            <translation>このプログラムについて</translation>
        </message>
        <message>
            <source>What the helpdesk asks for first.</source>
            <translation>問い合わせのときに最初に聞かれる内容です。</translation>
        </message>
        <message>
            <source>Licensed under the Apache License 2.0. Uses Qt (LGPL 3, linked dynamically), SQLite (public domain), OpenSSL (Apache 2.0), zlib (zlib licence) and QtKeychain (BSD). Colours follow the design system of the Digital Agency of Japan.</source>
            <translation>Apache License 2.0 で許諾されています。Qt（LGPL 3、動的リンク）、SQLite（パブリックドメイン）、OpenSSL（Apache 2.0）、zlib（zlib ライセンス）、QtKeychain（BSD）を使っています。配色はデジタル庁デザインシステムに沿っています。</translation>
        </message>
        <message>
            <source>Copy for the helpdesk</source>
            <translation>ヘルプデスク用にコピー</translation>
        </message>
        <message>
            <source>Production</source>
            <translation>本番</translation>
        </message>
        <message>
            <source>Verification</source>
            <translation>検証</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>練習</translation>
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
        <name>yoyo::ChangePasswordPage</name>
        <message>
            <source>The password is changed. Your sign-ins on other PCs have ended.</source>
            <translation>パスワードを変更しました。ほかのPCでのサインインは終わりました。</translation>
        </message>
        <message>
            <source>Change my password</source>
            <translation>パスワードの変更</translation>
        </message>
        <message>
            <source>The change ends every other sign-in of yours. Unsent work on other PCs is kept there and opens with the new password.</source>
            <translation>変更すると、ほかのPCでのサインインは終わります。ほかのPCの未送信の作業は残り、新しいパスワードで開けます。</translation>
        </message>
        <message>
            <source>The password can be changed only while the service can be reached.</source>
            <translation>パスワードは、中央システムにつながっているときだけ変更できます。</translation>
        </message>
        <message>
            <source>Changing…</source>
            <translation>変更しています…</translation>
        </message>
        <message>
            <source>Change the password</source>
            <translation>パスワードを変更</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>戻る</translation>
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
        <name>yoyo::ConflictTable</name>
        <message>
            <source>, </source>
            <comment>between groups</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>(not told)</source>
            <translation>（不明）</translation>
        </message>
        <message>
            <source>What</source>
            <translation>対象</translation>
        </message>
        <message>
            <source>Items that collide</source>
            <translation>重なった項目</translation>
        </message>
        <message>
            <source>Changed at the centre by</source>
            <translation>中央で変更した人</translation>
        </message>
        <message>
            <source>Changed at the centre at</source>
            <translation>中央での変更日時</translation>
        </message>
        <message>
            <source>Found at</source>
            <translation>見つかった日時</translation>
        </message>
    </context>
    <context>
        <name>yoyo::ConnectPage</name>
        <message>
            <source>Choose the CA file</source>
            <translation>CAファイルを選ぶ</translation>
        </message>
        <message>
            <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
            <translation>証明書 (*.pem *.crt *.cer);;すべてのファイル (*)</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <comment>kind of trouble and what to do</comment>
            <translation>%1。%2</translation>
        </message>
        <message>
            <source>Connect to the service</source>
            <translation>中央システムに接続</translation>
        </message>
        <message>
            <source>Service address</source>
            <translation>接続先</translation>
        </message>
        <message>
            <source>You find the address in the letter or mail that announced the service, or your IT staff knows it. It is asked once for this PC.</source>
            <translation>アドレスは利用開始の案内（文書やメール）にあります。情報担当も知っています。入力はこのPCで1回だけです。</translation>
        </message>
        <message>
            <source>Address of the service</source>
            <translation>中央システムのアドレス</translation>
        </message>
        <message>
            <source>Begins with https, for example https://yoyo.example.lg.jp</source>
            <translation>https で始まります。例：https://yoyo.example.lg.jp</translation>
        </message>
        <message>
            <source>Type the address of the service.</source>
            <translation>中央システムのアドレスを入力してください。</translation>
        </message>
        <message>
            <source>CA file</source>
            <translation>CAファイル</translation>
        </message>
        <message>
            <source>Only when your IT staff gave you one. Left empty, the certificates of this PC decide.</source>
            <translation>情報担当から渡されたときだけ指定します。空のままなら、このPCの証明書で確認します。</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>選ぶ…</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>接続しています…</translation>
        </message>
        <message>
            <source>Check and connect</source>
            <translation>確かめて接続</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>戻る</translation>
        </message>
    </context>
    <context>
        <name>yoyo::ContactsPanel</name>
        <message>
            <source>When you need help</source>
            <translation>困ったときは</translation>
        </message>
        <message>
            <source>Administrators of %1</source>
            <translation>%1 の管理者</translation>
        </message>
        <message>
            <source>Administrators of your office</source>
            <translation>自組織の管理者</translation>
        </message>
        <message>
            <source>Helpdesk</source>
            <translation>ヘルプデスク</translation>
        </message>
        <message>
            <source>Unsent work on this PC</source>
            <translation>このPCに残る未送信の作業</translation>
        </message>
        <message>
            <source>I forgot my password</source>
            <translation>パスワードを忘れた</translation>
        </message>
        <message>
            <source>I forgot my user ID</source>
            <translation>ユーザIDを忘れた</translation>
        </message>
        <message>
            <source>I cannot sign in</source>
            <translation>サインインできない</translation>
        </message>
        <message>
            <source>Service address</source>
            <translation>接続先</translation>
        </message>
        <message numerus="yes">
            <source>%1 (%2): %n unsent</source>
            <translation>
                <numerusform>%1（%2）未送信 %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>Sign in as this person</source>
            <translation>この人としてサインイン</translation>
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
        <name>yoyo::DecisionPage</name>
        <message>
            <source>Item</source>
            <translation>項目</translation>
        </message>
        <message>
            <source>Value before</source>
            <translation>元の値</translation>
        </message>
        <message>
            <source>This PC</source>
            <translation>この端末</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>中央</translation>
        </message>
        <message>
            <source>(deleted)</source>
            <translation>（削除済み）</translation>
        </message>
        <message>
            <source>Decide: %1</source>
            <translation>要確認：%1</translation>
        </message>
        <message>
            <source>Changed at the centre: %1</source>
            <translation>中央での変更：%1</translation>
        </message>
        <message>
            <source>Changed at the centre: %1, by %2</source>
            <translation>中央での変更：%1　%2</translation>
        </message>
        <message>
            <source>The change on this PC was made by another person.</source>
            <translation>この端末の変更は、別の人が行ったものです。</translation>
        </message>
        <message>
            <source>%1 (only one side changed it; nothing to decide)</source>
            <translation>%1（片方だけの変更なので、決めることはありません）</translation>
        </message>
        <message>
            <source>Choose one of the two</source>
            <translation>どちらかを選んでください</translation>
        </message>
        <message>
            <source>Take the value of this PC</source>
            <translation>「この端末」の値にする</translation>
        </message>
        <message>
            <source>Keep the value of the centre</source>
            <translation>「中央」の値にする</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>group and choice</comment>
            <translation>%1：%2</translation>
        </message>
        <message numerus="yes">
            <source>Decide (%n still open)</source>
            <translation>
                <numerusform>決定（あと %n 項目）</numerusform>
            </translation>
        </message>
        <message>
            <source>Decide like this</source>
            <translation>この内容で決定</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>区分</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>決定</translation>
        </message>
        <message>
            <source>nothing to decide</source>
            <translation>決定不要</translation>
        </message>
        <message>
            <source>still open</source>
            <translation>未決定</translation>
        </message>
        <message>
            <source>Nothing is chosen beforehand. Compare the values and decide each group. The decision is sent to the centre as a change of its own; the other value stays in the record.</source>
            <translation>はじめはどちらも選ばれていません。見比べて、区分ごとに決めてください。決定は新しい変更として中央に送られ、選ばなかった値も記録に残ります。</translation>
        </message>
        <message>
            <source>Reading the two versions…</source>
            <translation>両方の値を読み込んでいます…</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>For whoever asks later, for example “confirmed with Ms Sato by phone”. May stay empty.</source>
            <translation>あとで確認する人のために書きます。例：「佐藤さんに電話で確認」。空でも構いません。</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>一覧に戻る</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>印刷…</translation>
        </message>
        <message>
            <source>Needs a decision</source>
            <translation>要確認</translation>
        </message>
    </context>
    <context>
        <name>yoyo::DemoPanel</name>
        <message>
            <source>Demonstration</source>
            <translation>デモ操作</translation>
        </message>
        <message>
            <source>Things that happen around you, on a press. Only in a demonstration.</source>
            <translation>まわりで起きることを、ボタンで起こします。デモだけの機能です。</translation>
        </message>
        <message>
            <source>Cut the line</source>
            <translation>通信を切る</translation>
        </message>
        <message>
            <source>Restore the line</source>
            <translation>通信をつなぐ</translation>
        </message>
        <message>
            <source>End the maintenance</source>
            <translation>メンテナンスを終える</translation>
        </message>
        <message>
            <source>Start a maintenance</source>
            <translation>メンテナンスにする</translation>
        </message>
        <message>
            <source>One month passes</source>
            <translation>1か月進める</translation>
        </message>
        <message>
            <source>A colleague edits it too</source>
            <translation>同僚が同じ設定を変える</translation>
        </message>
        <message>
            <source>Copy the newest mail</source>
            <translation>最新のメールをコピー</translation>
        </message>
        <message>
            <source>Hide the demonstration panel (menu View brings it back)</source>
            <translation>デモ操作を隠す（メニュー「表示」で戻せます）</translation>
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
        <name>yoyo::FirstSignInPage</name>
        <message>
            <source>Open the mail</source>
            <translation>メールを開く</translation>
        </message>
        <message>
            <source>Mails and texts (*.eml *.txt);;All files (*)</source>
            <translation>メール・テキスト (*.eml *.txt);;すべてのファイル (*)</translation>
        </message>
        <message>
            <source>The service is back. Sign in again.</source>
            <translation>中央システムが再開しました。サインインしてください。</translation>
        </message>
        <message>
            <source>Read from the mail: user ID %1, temporary password %2.</source>
            <translation>メールから読み取りました。ユーザID：%1　仮パスワード：%2</translation>
        </message>
        <message>
            <source>Read from the mail: temporary password %1. The user ID is not in this mail. Type the ID that you received from the administrator of your office.</source>
            <translation>メールから仮パスワード %1 を読み取りました。ユーザIDはこのメールにはありません。所属の管理者から受け取ったIDを入力してください。</translation>
        </message>
        <message>
            <source>Read from the mail: user ID %1. There is no temporary password in it; type it by hand or paste the other mail.</source>
            <translation>メールからユーザID %1 を読み取りました。仮パスワードはこのメールにはありません。手で入力するか、もう一通のメールを貼り付けてください。</translation>
        </message>
        <message>
            <source>This layout is not a familiar one: compare both fields with the mail before you sign in.</source>
            <translation>見慣れない書き方のメールです。サインインの前に、2つの欄をメールと見比べてください。</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>sentence and code</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>First sign-in with a temporary password</source>
            <translation>仮パスワードで初めてサインイン</translation>
        </message>
        <message>
            <source>Paste the mail with the subject %1 or %2, or type both by hand. The mail is not stored.</source>
            <translation>件名が%1または%2のメールを貼り付けるか、手で入力してください。メールは保存しません。</translation>
        </message>
        <message>
            <source>Text of the mail</source>
            <translation>メールの本文</translation>
        </message>
        <message>
            <source>Paste the mail here (Ctrl+V), or drop the mail file here</source>
            <translation>ここにメールを貼り付けるか（Ctrl+V）、メールのファイルをドロップしてください</translation>
        </message>
        <message>
            <source>Open a mail file…</source>
            <translation>メールのファイルを開く…</translation>
        </message>
        <message>
            <source>Read another mail</source>
            <translation>別のメールを読み取る</translation>
        </message>
        <message>
            <source>User ID</source>
            <translation>ユーザID</translation>
        </message>
        <message>
            <source>Type your user ID. The administrator of your office gave it to you.</source>
            <translation>ユーザIDを入力してください。自組織の管理者から受け取ったものです。</translation>
        </message>
        <message>
            <source>Temporary password</source>
            <translation>仮パスワード</translation>
        </message>
        <message>
            <source>Type the temporary password from the mail.</source>
            <translation>メールにある仮パスワードを入力してください。</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>サインインしています…</translation>
        </message>
        <message>
            <source>Sign in</source>
            <comment>button</comment>
            <translation>サインイン</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>戻る</translation>
        </message>
    </context>
    <context>
        <name>yoyo::ForgottenIdPage</name>
        <message>
            <source>Forgotten user ID</source>
            <translation>ユーザIDを忘れたとき</translation>
        </message>
        <message>
            <source>Your user ID is in the list of users and on the notice you were given. An administrator of your office can tell it to you:</source>
            <translation>ユーザIDは、渡された通知書とユーザ一覧にあります。自組織の管理者に確認してください。</translation>
        </message>
        <message>
            <source>Ask your superior or your IT staff.</source>
            <translation>上司または情報担当に確認してください。</translation>
        </message>
        <message>
            <source>If you are the only administrator yourself, call the helpdesk:</source>
            <translation>ご自身が唯一の管理者のときはヘルプデスクへ：</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>戻る</translation>
        </message>
    </context>
    <context>
        <name>yoyo::ForgottenPasswordPage</name>
        <message>
            <source>Forgotten password</source>
            <translation>パスワードを忘れたとき</translation>
        </message>
        <message>
            <source>A temporary password is sent to the mail address registered for the user ID. Your present password stays valid until the temporary one is used.</source>
            <translation>登録されているメールアドレスに仮パスワードを送ります。今のパスワードは、仮パスワードを使うまで有効です。</translation>
        </message>
        <message>
            <source>User ID</source>
            <translation>ユーザID</translation>
        </message>
        <message>
            <source>Type your user ID.</source>
            <translation>ユーザIDを入力してください。</translation>
        </message>
        <message>
            <source>Registered mail address</source>
            <translation>登録メールアドレス</translation>
        </message>
        <message>
            <source>The address at work that is registered for you, for example name@city.example.lg.jp</source>
            <translation>登録してある職場のアドレス。例：name@city.example.lg.jp</translation>
        </message>
        <message>
            <source>Type the registered mail address.</source>
            <translation>登録メールアドレスを入力してください。</translation>
        </message>
        <message>
            <source>If the user ID and the mail address belong together, a mail with a temporary password is on its way. If none has come after ten minutes, ask an administrator of your office. For your protection this answer is always the same.</source>
            <translation>ユーザIDとメールアドレスが登録と一致すれば、仮パスワードのメールを送ります。10分たっても届かないときは、自組織の管理者に確認してください。安全のため、この返事はいつも同じです。</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>もう一度送る</translation>
        </message>
        <message>
            <source>Send a temporary password</source>
            <translation>仮パスワードを送る</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>戻る</translation>
        </message>
        <message>
            <source>I have received the mail</source>
            <translation>メールが届いた</translation>
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
        <name>yoyo::GuidePage</name>
        <message>
            <source>When you cannot sign in</source>
            <translation>サインインできないとき</translation>
        </message>
        <message>
            <source>You forgot your password</source>
            <translation>パスワードを忘れた場合</translation>
        </message>
        <message>
            <source>Reset it: a temporary password comes by mail.</source>
            <translation>パスワードをリセットしてください。仮パスワードがメールで届きます。</translation>
        </message>
        <message>
            <source>Reset the password</source>
            <translation>パスワードをリセット</translation>
        </message>
        <message>
            <source>You forgot your user ID</source>
            <translation>ユーザIDを忘れた場合</translation>
        </message>
        <message>
            <source>Ask an administrator of your office.</source>
            <translation>管理者権限を持つユーザへお問い合わせください。</translation>
        </message>
        <message>
            <source>Show the administrators</source>
            <translation>管理者を見る</translation>
        </message>
        <message>
            <source>The temporary password has expired or did not arrive</source>
            <translation>仮パスワードの期限が切れた・届かない場合</translation>
        </message>
        <message>
            <source>An administrator of your office can have it sent again. If you are the only administrator, call the helpdesk.</source>
            <translation>自組織の管理者が再送できます。ご自身が唯一の管理者のときはヘルプデスクへ。</translation>
        </message>
        <message>
            <source>A system error is shown</source>
            <translation>システムエラー画面が表示された場合</translation>
        </message>
        <message>
            <source>Call the helpdesk. The page of the error has a text ready for them.</source>
            <translation>ヘルプデスクにお問い合わせください。伝える文はエラーの画面に用意されています。</translation>
        </message>
        <message>
            <source>Maintenance is shown</source>
            <translation>メンテナンス画面が表示された場合</translation>
        </message>
        <message>
            <source>Sign in again after some time. The page says until when, and tries again by itself.</source>
            <translation>時間をおいて再度サインインしてください。画面に終了予定が出て、自動でも試します。</translation>
        </message>
        <message>
            <source>The service cannot be reached</source>
            <translation>中央システムにつながりません</translation>
        </message>
        <message>
            <source>Ask the IT staff of your office. If you signed in on this PC within the last days, you can work without the service.</source>
            <translation>情報担当に連絡してください。このPCで最近サインインしていれば、オフラインで作業できます。</translation>
        </message>
        <message>
            <source>Service address…</source>
            <translation>接続先…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>戻る</translation>
        </message>
    </context>
    <context>
        <name>yoyo::HelpViewer</name>
        <message>
            <source>Help — Yoyo Desk</source>
            <translation>ヘルプ — 予予デスク</translation>
        </message>
        <message>
            <source>Search, or an error code</source>
            <translation>言葉やエラーコードで検索</translation>
        </message>
        <message>
            <source>Help pages</source>
            <translation>ヘルプの目次</translation>
        </message>
        <message>
            <source>Help text</source>
            <translation>ヘルプの本文</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>戻る</translation>
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
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
    </context>
    <context>
        <name>yoyo::LockPage</name>
        <message>
            <source>The password is wrong.</source>
            <translation>パスワードが違います。</translation>
        </message>
        <message>
            <source>Type your password.</source>
            <translation>パスワードを入力してください。</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>ロック中</translation>
        </message>
        <message>
            <source>%1 (%2) is signed in. Type the password to go on where you were.</source>
            <translation>%1（%2）さんがサインインしています。パスワードを入力すると続きから始められます。</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>パスワード</translation>
        </message>
        <message numerus="yes">
            <source>Somebody else can sign in: your %n unsent change(s) stay on this PC.</source>
            <translation>
                <numerusform>別の人がサインインしても、未送信の %n 件はこのPCに残ります。</numerusform>
            </translation>
        </message>
        <message>
            <source>Somebody else can sign in; nothing of yours is lost.</source>
            <translation>別の人がサインインしても、作業は失われません。</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>サインアウト</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>確認しています…</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>ロックを解除</translation>
        </message>
    </context>
    <context>
        <name>yoyo::MainWindow</name>
        <message>
            <source>%1 (phone %2)</source>
            <translation>%1（電話 %2）</translation>
        </message>
        <message>
            <source>Only administrators can do this.</source>
            <translation>管理者のみの操作です。</translation>
        </message>
        <message>
            <source>Only administrators can do this. Administrators: %1</source>
            <translation>管理者のみの操作です。管理者：%1</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>For practice. Nothing done here reaches the real system.</source>
            <translation>練習用です。ここでの操作は本番に影響しません。</translation>
        </message>
        <message>
            <source>For verification. Nothing done here reaches the real system.</source>
            <translation>検証用です。ここでの操作は本番に影響しません。</translation>
        </message>
        <message>
            <source>All persons are fictitious</source>
            <translation>架空の人物</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) wait to be sent.</source>
            <translation>
                <numerusform>未送信の変更が %n 件あります。</numerusform>
            </translation>
        </message>
        <message>
            <source>Changes are kept here and sent later.</source>
            <translation>変更はこのPCに保存され、後で送られます。</translation>
        </message>
        <message>
            <source>The central service is under maintenance until %1. It is tried again by itself. %2</source>
            <translation>中央のシステムは %1 までメンテナンス中です。終わると自動的につながります。%2</translation>
        </message>
        <message>
            <source>The central service is under maintenance. It is tried again by itself. %1</source>
            <translation>中央のシステムはメンテナンス中です。終わると自動的につながります。%1</translation>
        </message>
        <message>
            <source>The central service cannot be reached. You can go on working. %1</source>
            <translation>中央のシステムにつながっていません。作業は続けられます。%1</translation>
        </message>
        <message>
            <source>See details</source>
            <translation>詳しく見る</translation>
        </message>
        <message>
            <source>Yoyo Desk</source>
            <translation>予予デスク</translation>
        </message>
        <message>
            <source>[verification]</source>
            <translation>［検証］</translation>
        </message>
        <message>
            <source>[practice]</source>
            <translation>［練習］</translation>
        </message>
        <message>
            <source>[demonstration]</source>
            <translation>［デモ］</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>ファイル(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Actions</source>
            <translation>操作(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>移動(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Synchronisation</source>
            <translation>同期(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>表示(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>ヘルプ(&amp;H)</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>言語（Language）</translation>
        </message>
        <message>
            <source>&amp;Lock the screen</source>
            <translation>画面をロック(&amp;L)</translation>
        </message>
        <message>
            <source>Sign &amp;out</source>
            <translation>サインアウト(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>終了(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Search in this list</source>
            <translation>この一覧を検索(&amp;S)</translation>
        </message>
        <message>
            <source>First page</source>
            <translation>最初の画面</translation>
        </message>
        <message>
            <source>Sync &amp;now</source>
            <translation>今すぐ同期(&amp;N)</translation>
        </message>
        <message>
            <source>Help for this &amp;page</source>
            <translation>この画面のヘルプ(&amp;P)</translation>
        </message>
        <message>
            <source>Help &amp;contents and error codes</source>
            <translation>ヘルプの目次とエラーコード(&amp;C)</translation>
        </message>
        <message>
            <source>See it in &amp;five minutes</source>
            <translation>5分で見る(&amp;F)</translation>
        </message>
        <message>
            <source>Back to the start</source>
            <translation>はじめの画面へ戻る</translation>
        </message>
        <message>
            <source>Demonstration — all persons are fictitious.</source>
            <translation>デモ — 架空の人物</translation>
        </message>
        <message>
            <source>&amp;Demonstration panel</source>
            <translation>デモ操作(&amp;D)</translation>
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
        <name>yoyo::Navigation</name>
        <message>
            <source>Navigation</source>
            <translation>画面の一覧</translation>
        </message>
        <message>
            <source>Yoyo Desk</source>
            <translation>予予デスク</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>管理者</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>閲覧</translation>
        </message>
        <message>
            <source>Lock the screen (Ctrl+L)</source>
            <translation>画面をロック（Ctrl+L）</translation>
        </message>
        <message>
            <source>Lock the screen</source>
            <translation>画面をロック</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>サインアウト</translation>
        </message>
    </context>
    <context>
        <name>yoyo::NewPasswordPage</name>
        <message>
            <source>Choose your own password</source>
            <translation>自分のパスワードを決める</translation>
        </message>
        <message>
            <source>The temporary password for %1 was right. Replace it by a password that only you know; after that it can no longer be used.</source>
            <translation>%1 の仮パスワードを確認しました。自分だけが知るパスワードに変更してください。変更すると仮パスワードは使えなくなります。</translation>
        </message>
        <message>
            <source>Changing…</source>
            <translation>変更しています…</translation>
        </message>
        <message>
            <source>Change the password</source>
            <translation>パスワードを変更</translation>
        </message>
        <message>
            <source>Stop and sign out</source>
            <translation>やめてサインアウト</translation>
        </message>
    </context>
    <context>
        <name>yoyo::NotesPage</name>
        <message>
            <source>Reason: %1. %2</source>
            <comment>kind of trouble and message</comment>
            <translation>理由：%1。%2</translation>
        </message>
        <message>
            <source>Signed in without the service</source>
            <translation>オフラインでサインインしました</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>サインインしました</translation>
        </message>
        <message>
            <source>You are working offline on this PC's copy of the data.</source>
            <translation>このPCにあるデータで作業します。</translation>
        </message>
        <message>
            <source>You can look things up and change them. Changes are kept on this PC and sent by themselves when the service can be reached again. Resetting passwords and unlocking need the service.</source>
            <translation>見ることも変更することもできます。変更はこのPCに残り、つながったときに自動で送られます。パスワードのリセットやロック解除は、つながっているときだけできます。</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>続ける</translation>
        </message>
    </context>
    <context>
        <name>yoyo::OperationDetail</name>
        <message>
            <source>Value</source>
            <translation>値</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>変更前</translation>
        </message>
        <message>
            <source>After</source>
            <translation>変更後</translation>
        </message>
        <message>
            <source>Choose a line to see what changes, why it waits and what to do next.</source>
            <translation>行を選ぶと、変更の内容、待っている理由、次にすることを表示します。</translation>
        </message>
        <message>
            <source>a person this PC does not know</source>
            <translation>このPCではわからない人</translation>
        </message>
        <message>
            <source>%1 by %2, %3</source>
            <comment>kind of change, author, time</comment>
            <translation>%1　%2　%3</translation>
        </message>
        <message>
            <source>Reason given: %1</source>
            <translation>理由：%1</translation>
        </message>
        <message>
            <source>Why it is here</source>
            <translation>今の状態</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>field and its problem</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Code %1: what it means</source>
            <translation>コード %1 の説明</translation>
        </message>
        <message>
            <source>What to do next</source>
            <translation>次にすること</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>The change disappears from this PC as if it had not been made</source>
            <translation>この変更をなかったことにします</translation>
        </message>
    </context>
    <context>
        <name>yoyo::OperationTable</name>
        <message>
            <source>(unknown here)</source>
            <translation>（不明）</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>What</source>
            <translation>対象</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>変更</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>作成者</translation>
        </message>
        <message>
            <source>Made at</source>
            <translation>日時</translation>
        </message>
    </context>
    <context>
        <name>yoyo::OwnDataPage</name>
        <message>
            <source>Try again</source>
            <translation>もう一度</translation>
        </message>
        <message>
            <source>Saved on this PC. It is being sent to the centre.</source>
            <translation>このPCに保存しました。中央へ送っています。</translation>
        </message>
        <message>
            <source>Saved on this PC. It is sent when the centre can be reached.</source>
            <translation>このPCに保存しました。中央につながったときに送ります。</translation>
        </message>
        <message>
            <source>Save the changes to your own data?</source>
            <translation>自身のユーザ情報の変更を保存しますか</translation>
        </message>
        <message>
            <source>What you typed is not saved yet.</source>
            <translation>入力した内容はまだ保存されていません。</translation>
        </message>
        <message>
            <source>Save</source>
            <comment>verb</comment>
            <translation>保存</translation>
        </message>
        <message>
            <source>Do not save</source>
            <translation>保存しない</translation>
        </message>
        <message>
            <source>Stay here</source>
            <translation>ここにとどまる</translation>
        </message>
        <message>
            <source>My own user data</source>
            <translation>自身のユーザ情報</translation>
        </message>
        <message>
            <source>Your colleagues see name and department. Mail and phone are used for notices to you.</source>
            <translation>氏名と所属は同僚にも見えます。メールと電話は、あなたへの連絡に使います。</translation>
        </message>
        <message>
            <source>You are signed in. Please check what the administrator entered about you, and correct it where needed.</source>
            <translation>サインインしました。管理者が登録した内容を確かめ、違うところを直してください。</translation>
        </message>
        <message>
            <source>Reading your data…</source>
            <translation>読み込んでいます…</translation>
        </message>
        <message>
            <source>Family name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>名</translation>
        </message>
        <message>
            <source>Family name in kana</source>
            <translation>セイ</translation>
        </message>
        <message>
            <source>Katakana; hiragana is changed by itself</source>
            <translation>カタカナ（ひらがなも可）</translation>
        </message>
        <message>
            <source>Given name in kana</source>
            <translation>メイ</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>所属</translation>
        </message>
        <message>
            <source>Mail address</source>
            <translation>メールアドレス</translation>
        </message>
        <message>
            <source>Temporary passwords are sent here: please compare it letter by letter.</source>
            <translation>仮パスワードの送り先です。1文字ずつ確かめてください。</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>Also an extension, for example 内線 2345</source>
            <translation>内線も書けます。例：内線 2345</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>管理者</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>閲覧</translation>
        </message>
        <message>
            <source>User ID %1 · Role %2. Only an administrator can change these.</source>
            <translation>ユーザID：%1　権限：%2（変更できるのは管理者だけです）</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>保存しています…</translation>
        </message>
        <message>
            <source>This is right, go on</source>
            <translation>この内容で間違いない</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>取り消す</translation>
        </message>
        <message>
            <source>Change the password…</source>
            <translation>パスワードを変更…</translation>
        </message>
    </context>
    <context>
        <name>yoyo::PasswordDialog</name>
        <message>
            <source>Type your password.</source>
            <translation>パスワードを入力してください。</translation>
        </message>
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
        <name>yoyo::PasswordForm</name>
        <message>
            <source>Type the new password.</source>
            <translation>新しいパスワードを入力してください。</translation>
        </message>
        <message>
            <source>This is not your present password.</source>
            <translation>今のパスワードと違います。</translation>
        </message>
        <message>
            <source>Present password</source>
            <translation>今のパスワード</translation>
        </message>
        <message>
            <source>Type your present password.</source>
            <translation>今のパスワードを入力してください。</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新しいパスワード</translation>
        </message>
        <message>
            <source>Long is what counts: several words with something between them are easy to keep in mind. Pasting is allowed.</source>
            <translation>長さが大切です。いくつかの言葉を記号などでつなぐと、長くて覚えやすくなります。貼り付けもできます。</translation>
        </message>
        <message>
            <source>New password again</source>
            <translation>新しいパスワード（もう一度）</translation>
        </message>
        <message>
            <source>Type the new password a second time.</source>
            <translation>新しいパスワードをもう一度入力してください。</translation>
        </message>
    </context>
    <context>
        <name>yoyo::PasswordRuleList</name>
        <message>
            <source>%1 characters or more (now %2)</source>
            <translation>%1文字以上（今 %2文字）</translation>
        </message>
        <message>
            <source>%1 characters or more</source>
            <translation>%1文字以上</translation>
        </message>
        <message>
            <source>At most %1 characters</source>
            <translation>%1文字以下</translation>
        </message>
        <message>
            <source>At least %1 of: small letters, capital letters, digits, other signs</source>
            <translation>英小文字・英大文字・数字・記号のうち%1種類以上</translation>
        </message>
        <message>
            <source>Not a common password, a sequence, a repetition, or a word of the municipality or this system</source>
            <translation>よくあるもの・並び・繰り返し、市区町村やシステムの名前でない</translation>
        </message>
        <message>
            <source>Without your user ID and your name</source>
            <translation>ユーザIDや氏名を含まない</translation>
        </message>
        <message>
            <source>Not the password it replaces</source>
            <translation>今まで（仮）のパスワードと違う</translation>
        </message>
        <message>
            <source>Only letters, digits, signs and blanks</source>
            <translation>文字・数字・記号・空白だけ</translation>
        </message>
        <message>
            <source>Rules for the password</source>
            <translation>パスワードの決まり</translation>
        </message>
        <message>
            <source>not met yet</source>
            <translation>まだ</translation>
        </message>
        <message>
            <source>met</source>
            <translation>満たしています</translation>
        </message>
        <message>
            <source>not met</source>
            <translation>満たしていません</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>rule and whether it is met</comment>
            <translation>%1：%2</translation>
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
    <context>
        <name>yoyo::SettingsPage</name>
        <message>
            <source>Leave without saving the settings?</source>
            <translation>設定を保存しないで移動しますか</translation>
        </message>
        <message>
            <source>What you changed on this page is lost.</source>
            <translation>この画面で変更した内容は失われます。</translation>
        </message>
        <message>
            <source>Leave without saving</source>
            <translation>保存しないで移動</translation>
        </message>
        <message>
            <source>Stay here</source>
            <translation>この画面に残る</translation>
        </message>
        <message>
            <source>The settings are saved.</source>
            <translation>設定を保存しました。</translation>
        </message>
        <message>
            <source>Trying</source>
            <translation>確認中</translation>
        </message>
        <message>
            <source>Asking the service…</source>
            <translation>中央のシステムに問い合わせています…</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>つながりました</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>つながりません</translation>
        </message>
        <message>
            <source>Choose the certificate file</source>
            <translation>証明書ファイルを選ぶ</translation>
        </message>
        <message>
            <source>Certificates (*.pem *.crt *.cer)</source>
            <translation>証明書 (*.pem *.crt *.cer)</translation>
        </message>
        <message>
            <source>Set by your organisation; it cannot be changed here.</source>
            <translation>所属の管理で決められています。ここでは変更できません。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Settings of this PC. They hold no personal data.</source>
            <translation>このPCの設定です。個人情報は含まれません。</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>接続</translation>
        </message>
        <message>
            <source>Address of the central service</source>
            <translation>中央のシステムのアドレス</translation>
        </message>
        <message>
            <source>As you were told, for example https://yoyo.example.lg.jp</source>
            <translation>知らされたとおりに入力します。例：https://yoyo.example.lg.jp</translation>
        </message>
        <message>
            <source>Certificate file (CA)</source>
            <translation>証明書ファイル（CA）</translation>
        </message>
        <message>
            <source>Only when your information section gave you one. Empty: the certificates of this PC.</source>
            <translation>情報担当から受け取ったときだけ指定します。空欄のときは、このPCの証明書を使います。</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>ファイルを選ぶ…</translation>
        </message>
        <message>
            <source>Try the connection</source>
            <translation>接続を確かめる</translation>
        </message>
        <message>
            <source>This window</source>
            <translation>画面</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>言語（Language）</translation>
        </message>
        <message>
            <source>Lock the screen when nobody works</source>
            <translation>操作がないときに画面をロックするまでの時間</translation>
        </message>
        <message numerus="yes">
            <source>At most %n minute(s), as your organisation decided.</source>
            <translation>
                <numerusform>最大 %n 分です（所属の決まり）。</numerusform>
            </translation>
        </message>
        <message>
            <source> minutes</source>
            <translation> 分</translation>
        </message>
        <message>
            <source>Undo my changes</source>
            <translation>変更を元に戻す</translation>
        </message>
        <message>
            <source>Save the settings</source>
            <translation>設定を保存する</translation>
        </message>
        <message>
            <source>In use. Sign out to change it.</source>
            <translation>使用中です。変えるときはサインアウトしてください。</translation>
        </message>
    </context>
    <context>
        <name>yoyo::SignInPage</name>
        <message>
            <source>The service is back. Type your password again to sign in.</source>
            <translation>中央システムが再開しました。パスワードを入力してサインインしてください。</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>sentence and code</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>サインイン</translation>
        </message>
        <message>
            <source>User ID</source>
            <translation>ユーザID</translation>
        </message>
        <message>
            <source>Half-width letters and digits. Full width is corrected by itself.</source>
            <translation>半角の英数字と記号（- _ .）。全角は自動で半角になります。</translation>
        </message>
        <message>
            <source>Type your user ID.</source>
            <translation>ユーザIDを入力してください。</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>パスワード</translation>
        </message>
        <message>
            <source>Type your password.</source>
            <translation>パスワードを入力してください。</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>サインインしています…</translation>
        </message>
        <message>
            <source>Sign in</source>
            <comment>button</comment>
            <translation>サインイン</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>戻る</translation>
        </message>
        <message>
            <source>I forgot my password</source>
            <translation>パスワードを忘れた</translation>
        </message>
    </context>
    <context>
        <name>yoyo::StartPage</name>
        <message>
            <source>Welcome to Yoyo Desk</source>
            <translation>予予デスク</translation>
        </message>
        <message>
            <source>Yoyo Desk prepares and runs the vaccination questionnaire and claims system for your municipality.</source>
            <translation>予診情報・予防接種記録管理／請求支払システムの導入と運用を行います。</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>サインイン</translation>
        </message>
        <message>
            <source>With your user ID and the password you chose yourself.</source>
            <translation>自分で決めたパスワードがある方</translation>
        </message>
        <message>
            <source>I received a temporary password (first time)</source>
            <translation>仮パスワードを受け取った（初めて）</translation>
        </message>
        <message>
            <source>Paste the mail; you then choose your own password. Also after a reset.</source>
            <translation>仮パスワード通知のメールを貼り付けて、自分のパスワードを決めます（リセットのあとも）</translation>
        </message>
        <message>
            <source>Service: %1</source>
            <translation>接続先：%1</translation>
        </message>
        <message>
            <source>Service: %1 (%2)</source>
            <comment>host and municipality</comment>
            <translation>接続先：%1（%2）</translation>
        </message>
        <message>
            <source>Ask for an account</source>
            <translation>アカウントの発行を依頼する</translation>
        </message>
        <message>
            <source>When your municipality has no administrator yet, or you do not know whom to ask.</source>
            <translation>市区町村に管理者がまだいない方、だれに頼めばよいか知りたい方</translation>
        </message>
        <message>
            <source>See it in five minutes</source>
            <translation>5分で見る</translation>
        </message>
    </context>
    <context>
        <name>yoyo::StatusLine</name>
        <message>
            <source>Maintenance</source>
            <translation>メンテナンス中</translation>
        </message>
        <message>
            <source>Online (syncing)</source>
            <translation>オンライン（同期中）</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>オンライン</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>オフライン</translation>
        </message>
        <message>
            <source>Last sync: never</source>
            <translation>最終同期：まだありません</translation>
        </message>
        <message>
            <source>Last sync: %1 (verified)</source>
            <translation>最終同期：%1（照合済み）</translation>
        </message>
        <message>
            <source>Last sync: %1</source>
            <translation>最終同期：%1</translation>
        </message>
        <message>
            <source>Unsent %1</source>
            <translation>未送信 %1</translation>
        </message>
        <message>
            <source>Needs a decision %1</source>
            <translation>要確認 %1</translation>
        </message>
        <message>
            <source>Cannot be sent %1</source>
            <translation>送信できない %1</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>今すぐ同期</translation>
        </message>
    </context>
    <context>
        <name>yoyo::SyncPage</name>
        <message>
            <source>The decision is saved and goes to the centre as a new change.</source>
            <translation>決定を保存しました。新しい変更として中央へ送ります。</translation>
        </message>
        <message>
            <source>Taken back: %1</source>
            <translation>元に戻しました：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) are being sent now.</source>
            <translation>
                <numerusform>%n 件の変更を送っています。</numerusform>
            </translation>
        </message>
        <message>
            <source>Next try: %1</source>
            <translation>次の試行：%1</translation>
        </message>
        <message>
            <source>Unsent %1 · Needs a decision %2 · Cannot be sent %3</source>
            <translation>未送信 %1 ・ 要確認 %2 ・ 送信できない %3</translation>
        </message>
        <message>
            <source>Synchronising…</source>
            <translation>同期しています…</translation>
        </message>
        <message>
            <source>Synchronise now</source>
            <translation>今すぐ同期</translation>
        </message>
        <message numerus="yes">
            <source>The sign-in has ended. %n change(s) wait for it.</source>
            <translation>
                <numerusform>サインインが切れています。%n 件の変更が待っています。</numerusform>
            </translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>もう一度サインイン</translation>
        </message>
        <message>
            <source>Ask an administrator before you go on. Your unsent changes are kept and checked against the centre's present values.</source>
            <translation>進める前に管理者に確認してください。未送信の変更は残り、中央の今の値と照らし合わせて送ります。</translation>
        </message>
        <message>
            <source>Go on with the centre's data</source>
            <translation>中央のデータで続ける</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) to users wait for your password. They are not in force yet.</source>
            <translation>
                <numerusform>ユーザに関する %n 件の変更が、パスワードの入力を待っています。まだ反映されていません。</numerusform>
            </translation>
        </message>
        <message>
            <source>Type the password…</source>
            <translation>パスワードを入力…</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) were made by another person. They are sent when that person signs in.</source>
            <translation>
                <numerusform>別の人の変更が %n 件あります。その人がサインインすると送られます。</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing waits on this PC. What you change appears here until the centre has it.</source>
            <translation>このPCで待っている変更はありません。変更すると、中央に届くまでここに表示されます。</translation>
        </message>
        <message>
            <source>Changes (%1)</source>
            <translation>変更（%1）</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>変更</translation>
        </message>
        <message>
            <source>No change collides with one at the centre.</source>
            <translation>中央の変更と重なったものはありません。</translation>
        </message>
        <message>
            <source>Needs a decision (%1)</source>
            <translation>要確認（%1）</translation>
        </message>
        <message>
            <source>Needs a decision</source>
            <translation>要確認</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>message and its code</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>No notices yet since the program was started.</source>
            <translation>起動してからのお知らせはありません。</translation>
        </message>
        <message>
            <source>Take back this change?</source>
            <translation>この変更を元に戻しますか</translation>
        </message>
        <message>
            <source>The new entry disappears from this PC. It was never sent to the centre.</source>
            <translation>新しい登録はこのPCから消えます。中央には送っていません。</translation>
        </message>
        <message>
            <source>The values before the change are shown again. The centre never sees the change.</source>
            <translation>変更前の値に戻ります。この変更は中央に送られません。</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Release waiting changes</source>
            <translation>待っている変更を送る</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) to users wait for your password. Typing it sends them.</source>
            <translation>
                <numerusform>ユーザに関する %n 件の変更がパスワードを待っています。入力すると送られます。</numerusform>
            </translation>
        </message>
        <message>
            <source>Release and send</source>
            <translation>送る</translation>
        </message>
        <message>
            <source>Changes waiting on this PC</source>
            <translation>このPCで待っている変更</translation>
        </message>
        <message>
            <source>Synchronisation</source>
            <translation>同期</translation>
        </message>
        <message>
            <source>What you change is kept on this PC and sent to the centre by itself. Here you see what still waits, why, and what to do.</source>
            <translation>変更はこのPCに保存され、自動で中央に送られます。まだ待っているもの、その理由、次にすることを確認できます。</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>印刷…</translation>
        </message>
        <message>
            <source>Everything on this PC</source>
            <translation>このPCのすべて</translation>
        </message>
        <message>
            <source>Only mine</source>
            <translation>自分の変更だけ</translation>
        </message>
        <message>
            <source>Whose changes</source>
            <translation>だれの変更か</translation>
        </message>
        <message>
            <source>Only what still waits</source>
            <translation>待っているものだけ</translation>
        </message>
        <message>
            <source>Also what the centre has</source>
            <translation>中央に反映されたものも</translation>
        </message>
        <message>
            <source>Which changes</source>
            <translation>どの変更か</translation>
        </message>
        <message>
            <source>Compare and decide…</source>
            <translation>見比べて決める…</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>お知らせ</translation>
        </message>
    </context>
    <context>
        <name>yoyo::TroublePage</name>
        <message>
            <source>Copied. Paste it into a mail to the helpdesk or to your IT staff.</source>
            <translation>コピーしました。ヘルプデスクや情報担当へのメールに貼り付けてください。</translation>
        </message>
        <message>
            <source>For the helpdesk or your IT staff (no names and no passwords are in it):</source>
            <translation>ヘルプデスク・情報担当に伝える内容（氏名やパスワードは入っていません）：</translation>
        </message>
        <message>
            <source>Copy this text</source>
            <translation>この内容をコピー</translation>
        </message>
        <message>
            <source>Save it to a file…</source>
            <translation>ファイルに保存…</translation>
        </message>
        <message>
            <source>Back to the sign-in</source>
            <translation>サインインに戻る</translation>
        </message>
        <message>
            <source>Service address…</source>
            <translation>接続先…</translation>
        </message>
        <message>
            <source>Code %1: what it means</source>
            <translation>コード %1 の説明</translation>
        </message>
        <message>
            <source>Expected until: %1</source>
            <translation>終了予定：%1</translation>
        </message>
        <message>
            <source>The service did not say how long it takes.</source>
            <translation>終了予定はわかりません。</translation>
        </message>
        <message>
            <source>Trying…</source>
            <translation>確認しています…</translation>
        </message>
        <message>
            <source>Try again now</source>
            <translation>今すぐもう一度</translation>
        </message>
        <message>
            <source>Asking the service now…</source>
            <translation>中央システムに確認しています…</translation>
        </message>
        <message>
            <source>It is tried again by itself at %1.</source>
            <translation>%1 に自動でもう一度試します。</translation>
        </message>
        <message>
            <source>Save the text for the helpdesk</source>
            <translation>ヘルプデスクに伝える内容を保存</translation>
        </message>
        <message>
            <source>Text (*.txt)</source>
            <translation>テキスト (*.txt)</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>保存しました：%1</translation>
        </message>
    </context>
    <context>
        <name>NoticeLetter</name>
        <message>
            <source>A mail with the subject "【予予請求】仮パスワード通知" comes to your registered address (%1). The temporary password is in that mail only.</source>
            <translation>登録されたメールアドレス（%1）に、件名「【予予請求】仮パスワード通知」のメールが届きます。仮パスワードはそのメールにだけ書かれています。</translation>
        </message>
        <message>
            <source>Start Yoyo Desk, choose "I received a temporary password (first time)", and type the user ID of this letter and the temporary password of the mail.</source>
            <translation>予予デスクを起動して「仮パスワードを受け取った（初めて）」を選び、この通知書のユーザIDと、メールの仮パスワードを入力してください。</translation>
        </message>
        <message>
            <source>You are then asked for a password of your own. From then on sign in with it.</source>
            <translation>続いて仮パスワード変更画面が表示されますので、ご自身のパスワードに変更してください。次回からはそのパスワードでサインインします。</translation>
        </message>
        <message>
            <source>The temporary password can be used until %1.</source>
            <translation>仮パスワードの有効期限：%1</translation>
        </message>
        <message>
            <source>%1 (phone %2)</source>
            <translation>%1（電話 %2）</translation>
        </message>
        <message>
            <source>When the mail does not come, or to unlock: %1</source>
            <translation>メールが届かないとき、ロックを解除したいときの連絡先：%1</translation>
        </message>
        <message>
            <source>No password is written in this notice. Nobody will ask you for your password. Please keep this notice so that others cannot see it.</source>
            <translation>この通知書にパスワードは記載していません。パスワードをお尋ねすることもありません。他の人の目に触れないように保管してください。</translation>
        </message>
        <message>
            <source>Pre-vaccination questionnaire and claims system (Yoyo)</source>
            <translation>予診情報・予防接種記録管理／請求支払システム（予予・請求システム）</translation>
        </message>
        <message>
            <source>%1</source>
            <comment>addressee of the letter</comment>
            <translation>%1　様</translation>
        </message>
        <message>
            <source>Administrator: %1</source>
            <translation>管理者　%1</translation>
        </message>
        <message>
            <source>User ID notice</source>
            <translation>ユーザID通知書</translation>
        </message>
        <message>
            <source>You have been registered as a user of the system below. This is your user ID.</source>
            <translation>次のシステムのユーザとして登録しましたので、ユーザIDをお知らせします。</translation>
        </message>
        <message>
            <source>System</source>
            <translation>システム</translation>
        </message>
        <message>
            <source>Period of use</source>
            <translation>利用期間</translation>
        </message>
        <message>
            <source>Type it in half-width letters. Mind the digit 0 and the letter O, the digit 1 and the letters l and I.</source>
            <translation>半角で入力してください。数字の0（ゼロ）と英字のO（オー）、数字の1（いち）と英字のl（エル）・I（アイ）にご注意ください。</translation>
        </message>
        <message>
            <source>How to sign in the first time</source>
            <translation>初めてのサインインの手順</translation>
        </message>
        <message>
            <source>[Yoyo] Your user ID</source>
            <translation>【予予請求】ユーザIDのお知らせ</translation>
        </message>
        <message>
            <source>System: %1</source>
            <translation>システム：%1</translation>
        </message>
        <message>
            <source>User ID: %1</source>
            <translation>ユーザID：%1</translation>
        </message>
        <message>
            <source>Role: %1</source>
            <translation>権限：%1</translation>
        </message>
    </context>
    <context>
        <name>SettingWords</name>
        <message>
            <source>(not set)</source>
            <translation>（未設定）</translation>
        </message>
        <message>
            <source>yen</source>
            <translation>円</translation>
        </message>
        <message>
            <source>Category A</source>
            <translation>A類</translation>
        </message>
        <message>
            <source>Category B</source>
            <translation>B類</translation>
        </message>
        <message>
            <source>Ad hoc</source>
            <translation>臨時</translation>
        </message>
        <message>
            <source>Voluntary (subsidised)</source>
            <translation>任意（市町村助成）</translation>
        </message>
        <message>
            <source>Handling ended</source>
            <translation>取扱終了</translation>
        </message>
        <message>
            <source>Carried out</source>
            <translation>実施</translation>
        </message>
        <message>
            <source>Not carried out</source>
            <translation>未実施</translation>
        </message>
        <message>
            <source>Management number</source>
            <translation>予防接種管理番号</translation>
        </message>
        <message>
            <source>Fiscal year</source>
            <translation>年度</translation>
        </message>
        <message>
            <source>Implementation flag</source>
            <translation>実施フラグ</translation>
        </message>
        <message>
            <source>Why it was set to carried out again</source>
            <translation>実施へ戻した理由</translation>
        </message>
        <message>
            <source>Back to not carried out by</source>
            <translation>未実施へ戻す期限</translation>
        </message>
        <message>
            <source>Handled here from</source>
            <translation>市区町村取扱開始日</translation>
        </message>
        <message>
            <source>Handled here until</source>
            <translation>市区町村取扱終了日</translation>
        </message>
        <message>
            <source>Season from</source>
            <translation>接種期間開始</translation>
        </message>
        <message>
            <source>Season until</source>
            <translation>接種期間終了</translation>
        </message>
        <message>
            <source>Age from</source>
            <translation>対象年齢開始</translation>
        </message>
        <message>
            <source>Age until</source>
            <translation>対象年齢終了</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>対象性別</translation>
        </message>
        <message>
            <source>Pregnancy week from</source>
            <translation>妊娠週数（から）</translation>
        </message>
        <message>
            <source>Pregnancy week until</source>
            <translation>妊娠週数（まで）</translation>
        </message>
        <message>
            <source>Exceptions by birth date</source>
            <translation>特例対象（生年月日の範囲）</translation>
        </message>
        <message>
            <source>Commission fee</source>
            <translation>接種委託料</translation>
        </message>
        <message>
            <source>Commission fee, exempt persons</source>
            <translation>接種委託料（自己負担免除者）</translation>
        </message>
        <message>
            <source>Fee for an interview only</source>
            <translation>予診のみ委託料</translation>
        </message>
        <message>
            <source>Co-payment</source>
            <translation>自己負担額</translation>
        </message>
        <message>
            <source>Exempt from the co-payment</source>
            <translation>自己負担免除区分</translation>
        </message>
        <message>
            <source>Reimbursement up to</source>
            <translation>助成上限額（償還払い）</translation>
        </message>
        <message>
            <source>Wide area</source>
            <translation>広域・相互乗り入れ</translation>
        </message>
        <message>
            <source>Kind of contract</source>
            <translation>契約区分</translation>
        </message>
        <message>
            <source>Request letter</source>
            <translation>実施依頼書</translation>
        </message>
        <message>
            <source>Coupon and questionnaire</source>
            <translation>接種券・予診票の様式</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>問合せ先</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>備考</translation>
        </message>
        <message>
            <source>In force from</source>
            <translation>適用開始日</translation>
        </message>
        <message>
            <source>Planned values</source>
            <translation>予定している値</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>男女</translation>
        </message>
        <message>
            <source>Female</source>
            <translation>女</translation>
        </message>
        <message>
            <source>Male</source>
            <translation>男</translation>
        </message>
        <message>
            <source>None</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>Within the prefecture</source>
            <translation>県内広域</translation>
        </message>
        <message>
            <source>Mutual acceptance of the 23 wards</source>
            <translation>23区相互乗り入れ</translation>
        </message>
        <message>
            <source>Collective contract (whole country)</source>
            <translation>集合契約（全国）</translation>
        </message>
        <message>
            <source>Collective contract</source>
            <translation>集合契約</translation>
        </message>
        <message>
            <source>Individual contract</source>
            <translation>個別契約</translation>
        </message>
        <message>
            <source>Run by the municipality</source>
            <translation>直営</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>紙</translation>
        </message>
        <message>
            <source>Digital</source>
            <translation>デジタル</translation>
        </message>
        <message>
            <source>Paper and digital</source>
            <translation>紙とデジタル</translation>
        </message>
        <message>
            <source>Welfare recipients</source>
            <translation>生活保護</translation>
        </message>
        <message>
            <source>Households free of residence tax</source>
            <translation>市民税非課税世帯</translation>
        </message>
        <message>
            <source>Japanese returnees from China</source>
            <translation>中国残留邦人等</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>その他</translation>
        </message>
        <message>
            <source>birth</source>
            <translation>出生時</translation>
        </message>
        <message>
            <source>%1 months</source>
            <translation>生後%1か月</translation>
        </message>
        <message>
            <source>%1 years</source>
            <translation>%1歳</translation>
        </message>
        <message>
            <source>%1 days after birth</source>
            <translation>出生%1日後</translation>
        </message>
        <message>
            <source>fiscal year of the %1th birthday</source>
            <translation>%1歳になる年度</translation>
        </message>
        <message>
            <source>the year before school entry</source>
            <translation>小学校就学前の1年間</translation>
        </message>
        <message>
            <source>week %1 and %2 days of pregnancy</source>
            <translation>妊娠%1週%2日</translation>
        </message>
        <message>
            <source>by birth date</source>
            <translation>生年月日による</translation>
        </message>
        <message>
            <source>from %1</source>
            <comment>age</comment>
            <translation>%1以上</translation>
        </message>
        <message>
            <source>until %1</source>
            <comment>age</comment>
            <translation>%1まで</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>ages</comment>
            <translation>%1～%2</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>days</comment>
            <translation>%1～%2</translation>
        </message>
        <message>
            <source>%1 yen</source>
            <translation>%1円</translation>
        </message>
        <message>
            <source>Fiscal year %1</source>
            <translation>%1年度</translation>
        </message>
        <message>
            <source>Needed</source>
            <translation>必要</translation>
        </message>
        <message>
            <source>Not needed</source>
            <translation>不要</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between codes</comment>
            <translation>、</translation>
        </message>
        <message numerus="yes">
            <source>%n range(s)</source>
            <translation>
                <numerusform>%n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>The handling of this item ended on %1. Its implementation flag cannot be changed here.</source>
            <translation>この予防接種は %1 に取扱いが終了しています。実施フラグは変更できません。</translation>
        </message>
    </context>
    <context>
        <name>UserSheet</name>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>項目</translation>
        </message>
        <message>
            <source>What has to be corrected</source>
            <translation>直すところ</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>コード</translation>
        </message>
    </context>
    <context>
        <name>UserWords</name>
        <message>
            <source>Starts on %1; the temporary password is sent then</source>
            <translation>%1から（仮パスワードは開始日に送られます）</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>管理者</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>閲覧</translation>
        </message>
        <message>
            <source>Temporary password sent (until %1)</source>
            <translation>仮パスワード送信済み（期限 %1）</translation>
        </message>
        <message>
            <source>Not registered at the centre yet</source>
            <translation>中央で未登録</translation>
        </message>
        <message>
            <source>Temporary password sent</source>
            <translation>仮パスワード送信済み</translation>
        </message>
        <message>
            <source>Temporary password expired</source>
            <translation>期限切れ</translation>
        </message>
        <message>
            <source>Mail not delivered</source>
            <translation>メール不達</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>利用中</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>ロック中</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>User ID</source>
            <translation>ユーザID</translation>
        </message>
        <message>
            <source>Family name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>名</translation>
        </message>
        <message>
            <source>Family name in kana</source>
            <translation>セイ</translation>
        </message>
        <message>
            <source>Given name in kana</source>
            <translation>メイ</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>所属</translation>
        </message>
        <message>
            <source>Staff number</source>
            <translation>職員番号</translation>
        </message>
        <message>
            <source>Mail address</source>
            <translation>メールアドレス</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>権限</translation>
        </message>
        <message>
            <source>Account of a program</source>
            <translation>連携アカウント</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>利用</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>開始日</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>終了日</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>備考</translation>
        </message>
        <message>
            <source>How the ID was handed over</source>
            <translation>ID通知の方法</translation>
        </message>
        <message>
            <source>When the ID was handed over</source>
            <translation>ID通知の日</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>通知書</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>メール</translation>
        </message>
        <message>
            <source>In person</source>
            <translation>手渡し</translation>
        </message>
        <message>
            <source>Not told yet</source>
            <translation>未通知</translation>
        </message>
        <message>
            <source>Told (%1)</source>
            <translation>通知済（%1）</translation>
        </message>
        <message>
            <source>Told (%1, %2)</source>
            <comment>method, day</comment>
            <translation>通知済（%1・%2）</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>from, to</comment>
            <translation>%1～%2</translation>
        </message>
    </context>
    <context>
        <name>yoyo::CohortEditor</name>
        <message>
            <source>Born from</source>
            <translation>生年月日（から）</translation>
        </message>
        <message>
            <source>Born until</source>
            <translation>生年月日（まで）</translation>
        </message>
        <message>
            <source>Entitled from</source>
            <translation>期間（から）</translation>
        </message>
        <message>
            <source>Entitled until</source>
            <translation>期間（まで）</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Exceptions by birth date</source>
            <translation>特例対象（生年月日の範囲）</translation>
        </message>
        <message>
            <source>Add a range</source>
            <translation>範囲を追加</translation>
        </message>
        <message>
            <source>Remove the chosen range</source>
            <translation>選んだ範囲を外す</translation>
        </message>
    </context>
    <context>
        <name>yoyo::NoticePage</name>
        <message numerus="yes">
            <source>%n user(s) marked as told.</source>
            <translation>
                <numerusform>%n 人を通知済にしました。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No notice yet for %n user(s): the user ID is final only when the centre has accepted it, and suspended users get none.</source>
            <translation>
                <numerusform>%n 人はまだ通知できません。ユーザIDは中央で登録が済むと確定します。停止中のユーザにも通知しません。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>For whom (%n)</source>
            <translation>
                <numerusform>通知する人（%n 人）</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mark %n user(s) as told</source>
            <translation>
                <numerusform>%n 人を通知済にする</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Save %n letters as PDF…</source>
            <translation>
                <numerusform>通知書 %n 通をPDFで保存…</numerusform>
            </translation>
        </message>
        <message>
            <source>Save the letter as PDF…</source>
            <translation>通知書をPDFで保存…</translation>
        </message>
        <message>
            <source>User ID notice</source>
            <translation>ユーザID通知書</translation>
        </message>
        <message>
            <source>Tells a person the user ID. The temporary password comes by mail from the service and is never written here.</source>
            <translation>ユーザにユーザIDを知らせます。仮パスワードは中央からメールで届き、ここには書かれません。</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>一覧へ戻る</translation>
        </message>
        <message>
            <source>The letter (A4)</source>
            <translation>通知書（A4）</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>通知する人</translation>
        </message>
        <message>
            <source>When it was handed over</source>
            <translation>渡したら記録する</translation>
        </message>
        <message>
            <source>By</source>
            <translation>方法</translation>
        </message>
        <message>
            <source>On</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>印刷…</translation>
        </message>
        <message>
            <source>As mail</source>
            <translation>メールで送る</translation>
        </message>
        <message>
            <source>Open in the mail program</source>
            <translation>メールソフトで開く</translation>
        </message>
        <message>
            <source>Save the drafts in a folder…</source>
            <translation>下書きをフォルダーに保存…</translation>
        </message>
        <message>
            <source>Copy the address</source>
            <translation>宛先をコピー</translation>
        </message>
        <message>
            <source>Copy the subject</source>
            <translation>件名をコピー</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>本文をコピー</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>not yet possible</source>
            <translation>まだ通知できません</translation>
        </message>
        <message>
            <source>%1  %2 – %3</source>
            <comment>name, user ID, state of the notice</comment>
            <translation>%1　%2　%3</translation>
        </message>
    </context>
    <context>
        <name>yoyo::SettingBulkPage</name>
        <message numerus="yes">
            <source>Change %n row(s)</source>
            <translation>
                <numerusform>%n 件を変更</numerusform>
            </translation>
        </message>
        <message>
            <source>Change</source>
            <translation>変更</translation>
        </message>
        <message numerus="yes">
            <source>%n chosen row(s)</source>
            <translation>
                <numerusform>選んだ予防接種（%n 件）</numerusform>
            </translation>
        </message>
        <message>
            <source>Change several settings at once</source>
            <translation>複数の設定をまとめて変更</translation>
        </message>
        <message>
            <source>Tick what is to be changed. Everything else stays as it is in each row.</source>
            <translation>変更する項目にチェックを付けてください。ほかの項目は、それぞれの設定のまま変わりません。</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>一覧へ戻る</translation>
        </message>
        <message>
            <source>What to change</source>
            <translation>変更する項目</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>やめる</translation>
        </message>
        <message>
            <source>What becomes of each row</source>
            <translation>それぞれの結果</translation>
        </message>
    </context>
    <context>
        <name>yoyo::SettingBulkTable</name>
        <message>
            <source>%1: %2</source>
            <comment>field and its problem</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Handling ended: the implementation flag stays.</source>
            <translation>取扱終了のため、実施フラグは変わりません。</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空欄）</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <comment>field, before, after</comment>
            <translation>%1：%2 → %3</translation>
        </message>
        <message>
            <source>Stays</source>
            <translation>変わらない</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>変わる</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>受け付けない</translation>
        </message>
        <message>
            <source>Vaccination</source>
            <translation>予防接種</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Before and after, or why not</source>
            <translation>変更前 → 変更後、または変更できない理由</translation>
        </message>
    </context>
    <context>
        <name>yoyo::SettingForm</name>
        <message>
            <source>Rule: fee of those who pay + co-payment = fee of exempt persons.</source>
            <translation>計算の決まり：接種委託料（自己負担のある人）＋ 自己負担額 ＝ 接種委託料（免除者）</translation>
        </message>
        <message>
            <source>%1 + %2 = %3</source>
            <comment>a sum in yen</comment>
            <translation>%1 ＋ %2 ＝ %3</translation>
        </message>
        <message>
            <source>✓ %1 – agrees with the fee of exempt persons.</source>
            <translation>✓ %1　免除者の委託料と合っています。</translation>
        </message>
        <message>
            <source>✕ %1 – but the fee of exempt persons is %2 (difference %3).</source>
            <translation>✕ %1　ですが、免除者の委託料は %2 です（差 %3）。</translation>
        </message>
        <message>
            <source>Age and sex are those of the national master. The weeks may only be narrower.</source>
            <translation>年齢と性別は国の定めのとおりです。週数は国の範囲の中で狭めることだけができます。</translation>
        </message>
        <message>
            <source>Age and sex are those of the national master: %1, %2.</source>
            <translation>年齢と性別は国の定めのとおりです：%1、%2</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>やめる</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>field and value</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>From %1 on: %2</source>
            <translation>%1 から次の値になります：%2</translation>
        </message>
        <message>
            <source>; </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Class of law</source>
            <translation>法定区分</translation>
        </message>
        <message>
            <source>Disease</source>
            <translation>対象疾病</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>対象年齢</translation>
        </message>
        <message>
            <source>Standard period</source>
            <translation>標準的な接種期間</translation>
        </message>
        <message>
            <source>Handled from</source>
            <translation>取扱開始日</translation>
        </message>
        <message>
            <source>since the programme began</source>
            <translation>制度開始時から</translation>
        </message>
        <message>
            <source>Handled until</source>
            <translation>取扱終了日</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>取扱中</translation>
        </message>
        <message>
            <source>Vaccination setting</source>
            <translation>予防接種設定</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>一覧へ戻る</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Take the change back…</source>
            <translation>元に戻す…</translation>
        </message>
        <message>
            <source>Decide the conflict…</source>
            <translation>どちらにするか決める…</translation>
        </message>
        <message>
            <source>View only</source>
            <translation>閲覧のみ</translation>
        </message>
        <message>
            <source>Your role may look at the settings but not change them.</source>
            <translation>あなたの権限では設定を見ることだけができます。</translation>
        </message>
        <message>
            <source>Somebody else changed the same values. Nothing is lost: decide which ones count.</source>
            <translation>ほかの人も同じ項目を変更しました。入力したものは残っています。どちらの値にするか決めてください。</translation>
        </message>
        <message>
            <source>National master</source>
            <translation>国の定め</translation>
        </message>
        <message>
            <source>Implementation</source>
            <translation>実施</translation>
        </message>
        <message>
            <source>Handling period here</source>
            <translation>市区町村取扱期間</translation>
        </message>
        <message>
            <source>Season</source>
            <translation>接種期間</translation>
        </message>
        <message>
            <source>Who is entitled</source>
            <translation>対象者</translation>
        </message>
        <message>
            <source>Prices</source>
            <translation>費用</translation>
        </message>
        <message>
            <source>Contract and papers</source>
            <translation>契約と様式</translation>
        </message>
        <message>
            <source>Contact and note</source>
            <translation>問合せ先・備考</translation>
        </message>
        <message>
            <source>Empty: as the national master</source>
            <translation>空欄：国の定めのとおり</translation>
        </message>
        <message>
            <source>For example 2026-10-01 or R8.10.1</source>
            <translation>例：2026-10-01、R8.10.1</translation>
        </message>
        <message>
            <source>Weeks and days, for example 28+0</source>
            <translation>週＋日。例：28+0</translation>
        </message>
        <message>
            <source>Weeks and days, for example 36+6</source>
            <translation>週＋日。例：36+6</translation>
        </message>
        <message>
            <source>Persons born in a range who are entitled although the age says no.</source>
            <translation>年齢では対象外でも、生年月日の範囲で対象になる人です。</translation>
        </message>
        <message>
            <source>With tax</source>
            <translation>税込</translation>
        </message>
        <message>
            <source>Empty: cannot be claimed</source>
            <translation>空欄：請求できません</translation>
        </message>
        <message>
            <source>Outside the area</source>
            <translation>区域外で接種するとき</translation>
        </message>
        <message>
            <source>Printed on notices: section and phone</source>
            <translation>通知に印刷されます（担当課・電話）</translation>
        </message>
        <message>
            <source>With tax, persons who pay a part</source>
            <translation>税込。自己負担のある人</translation>
        </message>
        <message>
            <source>For example 2027-01-31 or R9.1.31</source>
            <translation>例：2027-01-31、R9.1.31</translation>
        </message>
        <message>
            <source>What the person pays</source>
            <translation>本人が払う額</translation>
        </message>
        <message>
            <source>Vaccinated outside the area</source>
            <translation>区域外で接種したとき</translation>
        </message>
        <message>
            <source>What the person gets</source>
            <translation>対象者に渡すもの</translation>
        </message>
    </context>
    <context>
        <name>yoyo::SettingListPage</name>
        <message>
            <source>The settings have not been received from the centre yet. They appear after the first synchronisation.</source>
            <translation>設定をまだ中央から受け取っていません。最初の同期のあとに表示されます。</translation>
        </message>
        <message>
            <source>Your role may look at the settings but not change them.</source>
            <translation>あなたの権限では設定を見ることだけができます。</translation>
        </message>
        <message numerus="yes">
            <source>%n setting(s) were also changed by somebody else. Decide which values count.</source>
            <translation>
                <numerusform>%n 件の設定は、ほかの人も変更しています。どちらの値にするか決めてください。</numerusform>
            </translation>
        </message>
        <message>
            <source>Decide…</source>
            <translation>決める…</translation>
        </message>
        <message>
            <source>Carried out although the handling has ended: %1. Records could be entered by mistake.</source>
            <translation>取扱いが終了しているのに「実施」のものがあります：%1。誤って接種記録が登録されるおそれがあります。</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>編集…</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開く</translation>
        </message>
        <message numerus="yes">
            <source>Change %n row(s) at once…</source>
            <translation>
                <numerusform>%n 件をまとめて変更…</numerusform>
            </translation>
        </message>
        <message>
            <source>Change several at once…</source>
            <translation>まとめて変更…</translation>
        </message>
        <message>
            <source>Choose several rows first (Ctrl or Shift).</source>
            <translation>先に複数の行を選んでください（Ctrl または Shift を押しながら）。</translation>
        </message>
        <message>
            <source>Vaccination settings of the municipality</source>
            <translation>市区町村別予防接種設定</translation>
        </message>
        <message>
            <source>Which vaccinations this municipality carries out, and on which conditions. One row for each management number of the year.</source>
            <translation>この市区町村で実施する予防接種とその条件です。年度の予防接種管理番号ごとに1行です。</translation>
        </message>
        <message>
            <source>Name, number or disease</source>
            <translation>予防接種名・管理番号・疾病</translation>
        </message>
        <message>
            <source>Fiscal year</source>
            <translation>年度</translation>
        </message>
        <message>
            <source>Flag: all</source>
            <translation>実施フラグ：すべて</translation>
        </message>
        <message>
            <source>Carried out</source>
            <translation>実施</translation>
        </message>
        <message>
            <source>Not carried out</source>
            <translation>未実施</translation>
        </message>
        <message>
            <source>Without ended ones</source>
            <translation>取扱中のみ</translation>
        </message>
        <message>
            <source>Handling ended</source>
            <translation>取扱終了</translation>
        </message>
        <message>
            <source>Filter by implementation flag</source>
            <translation>実施フラグで絞り込み</translation>
        </message>
        <message>
            <source>Class of law: all</source>
            <translation>法定区分：すべて</translation>
        </message>
        <message>
            <source>Filter by class of law</source>
            <translation>法定区分で絞り込み</translation>
        </message>
        <message>
            <source>Sending: all</source>
            <translation>送信：すべて</translation>
        </message>
        <message>
            <source>Changes not sent</source>
            <translation>未送信の変更あり</translation>
        </message>
        <message>
            <source>Filter by sending</source>
            <translation>送信の状態で絞り込み</translation>
        </message>
    </context>
    <context>
        <name>yoyo::SettingTable</name>
        <message>
            <source>Vaccination</source>
            <translation>予防接種</translation>
        </message>
        <message>
            <source>Class of law</source>
            <translation>法定区分</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>送信</translation>
        </message>
        <message>
            <source>Handling period here</source>
            <translation>市区町村取扱期間</translation>
        </message>
        <message>
            <source>Season</source>
            <translation>接種期間</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>対象年齢</translation>
        </message>
        <message>
            <source>Handled until</source>
            <translation>取扱終了日</translation>
        </message>
    </context>
    <context>
        <name>yoyo::UserForm</name>
        <message>
            <source>The address read back: %1</source>
            <translation>メールアドレスの確認：%1</translation>
        </message>
        <message>
            <source>Last sign-in: %1</source>
            <translation>最終サインイン：%1</translation>
        </message>
        <message>
            <source>never</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>Locked until %1</source>
            <translation>ロックの解除予定：%1</translation>
        </message>
        <message>
            <source>ID notice: %1</source>
            <translation>ID通知：%1</translation>
        </message>
        <message>
            <source>The change is in force after your password has been typed again (sync page).</source>
            <translation>パスワードをもう一度入力すると反映されます（同期の画面）。</translation>
        </message>
        <message>
            <source>Reset the password…</source>
            <translation>パスワードをリセット…</translation>
        </message>
        <message>
            <source>Send a new temporary password…</source>
            <translation>仮パスワードを再送…</translation>
        </message>
        <message>
            <source>Suspend…</source>
            <translation>利用を停止…</translation>
        </message>
        <message>
            <source>Resume…</source>
            <translation>利用を再開…</translation>
        </message>
        <message>
            <source>Nobody can suspend himself. Another administrator can.</source>
            <translation>自分自身の利用は停止できません。ほかの管理者に依頼してください。</translation>
        </message>
        <message>
            <source>The user ID is final when the centre has accepted it. Until then there is no notice and no temporary password.</source>
            <translation>ユーザIDは中央で登録が済むと確定します。それまでは通知書の作成も仮パスワードの送信もできません。</translation>
        </message>
        <message>
            <source>A new temporary password, unlocking and ending sessions are possible only while the service can be reached.</source>
            <translation>仮パスワードの再送・ロック解除・セッションの終了は、中央につながっているときだけできます。</translation>
        </message>
        <message>
            <source>Register a user</source>
            <translation>ユーザの登録</translation>
        </message>
        <message>
            <source>Edit a user</source>
            <translation>ユーザの編集</translation>
        </message>
        <message>
            <source>The service mails a temporary password to this address. You hand the user ID over with the ID notice.</source>
            <translation>仮パスワードは中央からこのメールアドレスに送られます。ユーザIDは「ユーザID通知書」であなたから知らせてください。</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>一覧へ戻る</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登録</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>やめる</translation>
        </message>
        <message>
            <source>Suggest an ID</source>
            <translation>IDの候補を入れる</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>氏名</translation>
        </message>
        <message>
            <source>Department and contact</source>
            <translation>所属・連絡先</translation>
        </message>
        <message>
            <source>Role and period</source>
            <translation>権限と利用期間</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>その他</translation>
        </message>
        <message>
            <source>6 to 20 half-width letters, digits and - _ . , not a name or a birth date.</source>
            <translation>半角の英字・数字・- _ . で6～20文字。氏名や生年月日は使えません。</translation>
        </message>
        <message>
            <source>The user ID cannot be changed after the registration.</source>
            <translation>ユーザIDは登録後に変更できません。</translation>
        </message>
        <message>
            <source>Katakana. Hiragana is converted.</source>
            <translation>カタカナ。ひらがなは変換されます。</translation>
        </message>
        <message>
            <source>The temporary password goes to this address. Please check it twice.</source>
            <translation>仮パスワードの送り先です。間違いがないか確かめてください。</translation>
        </message>
        <message>
            <source>Extension or direct number.</source>
            <translation>内線または直通</translation>
        </message>
        <message>
            <source>Administrator: everything. Staff: settings and data. Reader: looks and prints.</source>
            <translation>管理者：すべて。一般：設定とデータの編集。閲覧：見る・印刷だけ。</translation>
        </message>
        <message>
            <source>Used by a program, not by a person</source>
            <translation>人ではなくプログラムが使う（連携アカウント）</translation>
        </message>
        <message>
            <source>For example 2026-04-01 or R8.4.1</source>
            <translation>例：2026-04-01、R8.4.1</translation>
        </message>
        <message>
            <source>Empty: no end</source>
            <translation>空欄：期限なし</translation>
        </message>
        <message>
            <source>State of the account</source>
            <translation>アカウントの状態</translation>
        </message>
        <message>
            <source>Unlock…</source>
            <translation>ロックを解除…</translation>
        </message>
        <message>
            <source>End all sessions…</source>
            <translation>すべてのセッションを終了…</translation>
        </message>
        <message>
            <source>User ID notice…</source>
            <translation>ユーザID通知書…</translation>
        </message>
        <message>
            <source>Take the change back…</source>
            <translation>元に戻す…</translation>
        </message>
        <message>
            <source>Decide the conflict…</source>
            <translation>どちらにするか決める…</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>アカウント</translation>
        </message>
        <message>
            <source>Katakana</source>
            <translation>カタカナ</translation>
        </message>
    </context>
    <context>
        <name>yoyo::UserImportPage</name>
        <message>
            <source>Choose a CSV file of the layout USER1, or drop it here. It is first read without changing anything.</source>
            <translation>USER1 形式のCSVファイルを選ぶか、ここにドロップしてください。まず内容を確かめるだけで、何も変更しません。</translation>
        </message>
        <message>
            <source>Reading %1 …</source>
            <translation>%1 を読み込んでいます…</translation>
        </message>
        <message>
            <source>Choose another file…</source>
            <translation>別のファイルを選ぶ…</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>ファイルを選ぶ…</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>適用</translation>
        </message>
        <message>
            <source>Shift_JIS (CP932)</source>
            <translation>Shift_JIS（CP932）</translation>
        </message>
        <message>
            <source>UTF-8</source>
            <translation>UTF-8</translation>
        </message>
        <message numerus="yes">
            <source>%1 – %n row(s), read as %2. Nothing has been changed yet.</source>
            <translation>
                <numerusform>%1：%n 行（文字コード %2）。まだ何も変更していません。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Apply %n row(s)</source>
            <translation>
                <numerusform>%n 件を適用</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to apply</source>
            <translation>適用するものがありません</translation>
        </message>
        <message>
            <source>Register or change many users</source>
            <translation>ユーザをまとめて登録・変更</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>一覧へ戻る</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>やめる</translation>
        </message>
        <message>
            <source>Users who are not in the file stay as they are. Only rows marked 3 (suspend) suspend anyone.</source>
            <translation>ファイルにないユーザは変わりません。停止されるのは、変更区分が 3（停止）の行だけです。</translation>
        </message>
        <message>
            <source>Save an empty file of this layout…</source>
            <translation>空の様式を保存…</translation>
        </message>
        <message>
            <source>Columns: 変更区分 (1 register, 2 change, 3 suspend), ユーザID, 姓, 名, セイ, メイ, 所属, 職員番号, メールアドレス, 電話, 権限, 開始日, 終了日, 備考. UTF-8 or Shift_JIS, with a header line.</source>
            <translation>列：変更区分（1 登録／2 変更／3 停止）、ユーザID、姓、名、セイ、メイ、所属、職員番号、メールアドレス、電話、権限、開始日、終了日、備考。文字コードは UTF-8 または Shift_JIS、1行目は見出しです。</translation>
        </message>
        <message>
            <source>All rows</source>
            <translation>すべての行</translation>
        </message>
        <message>
            <source>Only rows with findings</source>
            <translation>指摘のある行だけ</translation>
        </message>
        <message>
            <source>Rows shown</source>
            <translation>表示する行</translation>
        </message>
        <message>
            <source>Save the findings…</source>
            <translation>指摘を保存…</translation>
        </message>
        <message>
            <source>Result of the dry run</source>
            <translation>確認の結果</translation>
        </message>
    </context>
    <context>
        <name>yoyo::UserImportTable</name>
        <message>
            <source>New</source>
            <translation>登録</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>変更</translation>
        </message>
        <message>
            <source>Suspend</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Same</source>
            <translation>同じ</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>受け付けない</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>field and its problem</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Changed: %1</source>
            <translation>変わる項目：%1</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between fields</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>氏名</translation>
        </message>
        <message>
            <source>What changes, or what has to be corrected</source>
            <translation>変わる内容、または直すところ</translation>
        </message>
    </context>
    <context>
        <name>yoyo::UserListPage</name>
        <message>
            <source>The list has not been received from the centre yet. It appears after the first synchronisation.</source>
            <translation>一覧をまだ中央から受け取っていません。最初の同期のあとに表示されます。</translation>
        </message>
        <message>
            <source>No users yet. Register the first one.</source>
            <translation>ユーザがまだいません。最初のユーザを登録してください。</translation>
        </message>
        <message>
            <source>Register a user…</source>
            <translation>ユーザを登録…</translation>
        </message>
        <message numerus="yes">
            <source>%n user(s) were also changed by somebody else. Decide which values count.</source>
            <translation>
                <numerusform>%n 人の内容は、ほかの人も変更しています。どちらの値にするか決めてください。</numerusform>
            </translation>
        </message>
        <message>
            <source>Decide…</source>
            <translation>決める…</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) are not in force yet: they wait for your password.</source>
            <translation>
                <numerusform>%n 件の変更はまだ反映されていません。パスワードの入力を待っています。</numerusform>
            </translation>
        </message>
        <message>
            <source>Show…</source>
            <translation>表示…</translation>
        </message>
        <message>
            <source>Possible only while the service can be reached.</source>
            <translation>中央につながっているときだけできます。</translation>
        </message>
        <message>
            <source>User management</source>
            <translation>ユーザ管理</translation>
        </message>
        <message>
            <source>Users of your own organisation. Only administrators see this page.</source>
            <translation>自組織のユーザです。この画面は管理者だけが使えます。</translation>
        </message>
        <message>
            <source>User ID, name, kana or department</source>
            <translation>ユーザID・氏名・カナ・所属</translation>
        </message>
        <message>
            <source>Role: all</source>
            <translation>権限：すべて</translation>
        </message>
        <message>
            <source>Filter by role</source>
            <translation>権限で絞り込み</translation>
        </message>
        <message>
            <source>State: all</source>
            <translation>状態：すべて</translation>
        </message>
        <message>
            <source>Filter by state</source>
            <translation>状態で絞り込み</translation>
        </message>
        <message>
            <source>Use: all</source>
            <translation>利用：すべて</translation>
        </message>
        <message>
            <source>Never signed in</source>
            <translation>一度もサインインしていない</translation>
        </message>
        <message>
            <source>Not used for 3 months</source>
            <translation>3か月以上使っていない</translation>
        </message>
        <message>
            <source>Not used for 6 months</source>
            <translation>6か月以上使っていない</translation>
        </message>
        <message>
            <source>Not used for a year</source>
            <translation>1年以上使っていない</translation>
        </message>
        <message>
            <source>Changes not sent</source>
            <translation>未送信の変更あり</translation>
        </message>
        <message>
            <source>Filter by use</source>
            <translation>利用状況で絞り込み</translation>
        </message>
        <message>
            <source>Register many (CSV)…</source>
            <translation>まとめて登録（CSV）…</translation>
        </message>
        <message>
            <source>User ID notice…</source>
            <translation>ユーザID通知書…</translation>
        </message>
        <message>
            <source>Send a new temporary password…</source>
            <translation>仮パスワードを再送…</translation>
        </message>
        <message>
            <source>Unlock…</source>
            <translation>ロックを解除…</translation>
        </message>
        <message>
            <source>End all sessions…</source>
            <translation>すべてのセッションを終了…</translation>
        </message>
        <message>
            <source>Suspend…</source>
            <translation>利用を停止…</translation>
        </message>
        <message>
            <source>Resume…</source>
            <translation>利用を再開…</translation>
        </message>
        <message>
            <source>Resend temporary password…</source>
            <translation>仮パスワードを再送…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>その他</translation>
        </message>
        <message>
            <source>Change the role</source>
            <translation>権限を変更</translation>
        </message>
    </context>
    <context>
        <name>yoyo::UserTable</name>
        <message>
            <source>%1 (you)</source>
            <translation>%1（自分）</translation>
        </message>
        <message>
            <source>never</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>氏名</translation>
        </message>
        <message>
            <source>Kana</source>
            <translation>フリガナ</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>送信</translation>
        </message>
        <message>
            <source>Last sign-in</source>
            <translation>最終サインイン</translation>
        </message>
        <message>
            <source>ID notice</source>
            <translation>ID通知</translation>
        </message>
        <message>
            <source>Period of use</source>
            <translation>利用期間</translation>
        </message>
    </context>
    <context>
        <name>yoyo::UsersPage</name>
        <message>
            <source>Go on editing</source>
            <translation>入力に戻る</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>name, user ID</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>List of users</source>
            <translation>ユーザ一覧</translation>
        </message>
        <message>
            <source>Save the users as CSV</source>
            <translation>ユーザ一覧をCSVで保存</translation>
        </message>
        <message>
            <source>CSV (*.csv)</source>
            <translation>CSV (*.csv)</translation>
        </message>
        <message numerus="yes">
            <source>%n user(s) saved in %1. The file can be read again by "Register many".</source>
            <translation>
                <numerusform>%n 人を %1 に保存しました。このファイルは「まとめて登録」で読み込めます。</numerusform>
            </translation>
        </message>
        <message>
            <source>Save although something is unusual?</source>
            <translation>確かめてから保存してください</translation>
        </message>
        <message>
            <source>Please look at this once more. The temporary password goes to %1.</source>
            <translation>もう一度確かめてください。仮パスワードは %1 に送られます。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>変更はありませんでした。</translation>
        </message>
        <message>
            <source>The user is saved on this PC.</source>
            <translation>ユーザをこのPCに保存しました。</translation>
        </message>
        <message>
            <source>The change is saved on this PC.</source>
            <translation>変更をこのPCに保存しました。</translation>
        </message>
        <message>
            <source>%1 It is not in force yet: please type your password.</source>
            <translation>%1 まだ反映されていません。パスワードを入力してください。</translation>
        </message>
        <message>
            <source>%1 It is not in force yet. When the service can be reached again, type your password on the sync page.</source>
            <translation>%1 まだ反映されていません。つながったら、同期の画面でパスワードを入力してください。</translation>
        </message>
        <message>
            <source>%1 It is sent as soon as the service can be reached.</source>
            <translation>%1 未送信です。つながると送信されます。</translation>
        </message>
        <message>
            <source>%1 It is being sent.</source>
            <translation>%1 中央へ送信しています。</translation>
        </message>
        <message>
            <source>Your password again</source>
            <translation>パスワードの再入力</translation>
        </message>
        <message numerus="yes">
            <source>Changes to users need your password once more. It then counts for %n minute(s).</source>
            <translation>
                <numerusform>ユーザの変更を反映するには、あなたのパスワードをもう一度入力してください。入力後 %n 分間は再入力を求めません。</numerusform>
            </translation>
        </message>
        <message>
            <source>Put in force</source>
            <translation>反映する</translation>
        </message>
        <message>
            <source>Kept on this PC, not in force yet. You can type your password later on the sync page.</source>
            <translation>このPCに残してあります。まだ反映されていません。あとで同期の画面からパスワードを入力できます。</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) are being sent.</source>
            <translation>
                <numerusform>%n 件の変更を送信しています。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Suspend %n user(s)?</source>
            <translation>
                <numerusform>%n 人の利用を停止します</numerusform>
            </translation>
        </message>
        <message>
            <source>They are signed out everywhere and can no longer sign in. Nothing they entered is lost. You can resume them at any time.</source>
            <translation>すべてのPCからサインアウトされ、サインインできなくなります。入力済みのデータは失われません。いつでも再開できます。</translation>
        </message>
        <message>
            <source>Offline: they are not suspended yet. They are suspended only after the service can be reached again and you have typed your password.</source>
            <translation>オフラインのため、まだ停止されていません。中央につながり、あなたがパスワードを入力したあとに停止されます。</translation>
        </message>
        <message>
            <source>Suspend</source>
            <translation>停止</translation>
        </message>
        <message numerus="yes">
            <source>The suspension of %n user(s) is saved on this PC.</source>
            <translation>
                <numerusform>%n 人の利用停止をこのPCに保存しました。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Resume %n user(s)?</source>
            <translation>
                <numerusform>%n 人の利用を再開します</numerusform>
            </translation>
        </message>
        <message>
            <source>They can sign in again with their old password. Who has forgotten it gets a new temporary password from you.</source>
            <translation>これまでのパスワードで再びサインインできます。忘れた人には仮パスワードを再送してください。</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>再開</translation>
        </message>
        <message numerus="yes">
            <source>The resumption of %n user(s) is saved on this PC.</source>
            <translation>
                <numerusform>%n 人の利用再開をこのPCに保存しました。</numerusform>
            </translation>
        </message>
        <message>
            <source>They have this role already.</source>
            <translation>すでにこの権限です。</translation>
        </message>
        <message numerus="yes">
            <source>Give %n user(s) the role "%1"?</source>
            <translation>
                <numerusform>%n 人の権限を「%1」に変更します</numerusform>
            </translation>
        </message>
        <message>
            <source>Their sessions end, and they sign in again with the new role.</source>
            <translation>現在のセッションは終了し、新しい権限でサインインし直します。</translation>
        </message>
        <message>
            <source>Administrators can register and suspend users and change every setting.</source>
            <translation>管理者は、ユーザの登録・停止とすべての設定の変更ができます。</translation>
        </message>
        <message>
            <source>Offline: the role is not changed yet.</source>
            <translation>オフラインのため、権限はまだ変わりません。</translation>
        </message>
        <message>
            <source>%1 (%2): %3 → %4</source>
            <comment>name, user ID, old role, new role</comment>
            <translation>%1（%2）：%3 → %4</translation>
        </message>
        <message>
            <source>Change the role</source>
            <translation>権限を変更</translation>
        </message>
        <message numerus="yes">
            <source>The role of %n user(s) is saved on this PC.</source>
            <translation>
                <numerusform>%n 人の権限の変更をこのPCに保存しました。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send a new temporary password to %n user(s)?</source>
            <translation>
                <numerusform>%n 人に新しい仮パスワードを送ります</numerusform>
            </translation>
        </message>
        <message>
            <source>The service mails a new temporary password to each registered address. The present password and all sessions end at once. You do not see any password.</source>
            <translation>中央から、登録されたメールアドレスに新しい仮パスワードが送られます。今のパスワードとセッションはすぐに使えなくなります。仮パスワードは管理者にも表示されません。</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>name, mail address</comment>
            <translation>%1　%2</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>送る</translation>
        </message>
        <message numerus="yes">
            <source>Unlock %n user(s)?</source>
            <translation>
                <numerusform>%n 人のロックを解除します</numerusform>
            </translation>
        </message>
        <message>
            <source>They can try again at once with their own password.</source>
            <translation>すぐに自分のパスワードで試せるようになります。</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解除</translation>
        </message>
        <message numerus="yes">
            <source>End all sessions of %n user(s)?</source>
            <translation>
                <numerusform>%n 人のセッションをすべて終了します</numerusform>
            </translation>
        </message>
        <message>
            <source>They are signed out on every PC. What they have not sent yet stays on their PC.</source>
            <translation>すべてのPCからサインアウトされます。未送信の作業はそれぞれのPCに残ります。</translation>
        </message>
        <message>
            <source>End the sessions</source>
            <translation>終了する</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>name and problem</comment>
            <translation>%1：%2</translation>
        </message>
        <message numerus="yes">
            <source>A new temporary password is on its way to %n user(s).</source>
            <translation>
                <numerusform>%n 人に仮パスワードを送りました。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n user(s) unlocked.</source>
            <translation>
                <numerusform>%n 人のロックを解除しました。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Sessions of %n user(s) ended.</source>
            <translation>
                <numerusform>%n 人のセッションを終了しました。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 Not done: %2</source>
            <translation>%1 できなかったもの：%2</translation>
        </message>
        <message>
            <source>Take the change back?</source>
            <translation>変更を元に戻しますか</translation>
        </message>
        <message>
            <source>It has not been sent. The values before it count again.</source>
            <translation>まだ送信していない変更です。変更前の値に戻ります。</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>The change was taken back.</source>
            <translation>変更を元に戻しました。</translation>
        </message>
        <message>
            <source>Choose a USER1 file</source>
            <translation>USER1 形式のファイルを選ぶ</translation>
        </message>
        <message>
            <source>CSV (*.csv *.txt)</source>
            <translation>CSV (*.csv *.txt)</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>保存しました：%1</translation>
        </message>
        <message>
            <source>Save an empty USER1 file</source>
            <translation>空の USER1 様式を保存</translation>
        </message>
        <message>
            <source>Save the findings</source>
            <translation>指摘を保存</translation>
        </message>
        <message numerus="yes">
            <source>Apply %n row(s) of the file?</source>
            <translation>
                <numerusform>ファイルの %n 件を適用しますか</numerusform>
            </translation>
        </message>
        <message>
            <source>Register: %1</source>
            <translation>登録：%1 人</translation>
        </message>
        <message>
            <source>Change: %1</source>
            <translation>変更：%1 人</translation>
        </message>
        <message>
            <source>Suspend: %1</source>
            <translation>停止：%1 人</translation>
        </message>
        <message>
            <source>Left out because refused: %1</source>
            <translation>受け付けないため除くもの：%1 行</translation>
        </message>
        <message>
            <source>Users who are not in the file stay as they are.</source>
            <translation>ファイルにないユーザは変わりません。</translation>
        </message>
        <message>
            <source>Suspend: %1 (%2)</source>
            <translation>停止：%1（%2）</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>適用</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of the file are saved on this PC.</source>
            <translation>
                <numerusform>ファイルの %n 件をこのPCに保存しました。</numerusform>
            </translation>
        </message>
        <message>
            <source>User ID notice</source>
            <translation>ユーザID通知書</translation>
        </message>
        <message>
            <source>Save the letters as PDF</source>
            <translation>通知書をPDFで保存</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Save the mail drafts</source>
            <translation>メールの下書きを保存</translation>
        </message>
        <message>
            <source>Mail (*.eml)</source>
            <translation>メール (*.eml)</translation>
        </message>
        <message numerus="yes">
            <source>%n draft(s) saved. Open them in your mail program and send them.</source>
            <translation>
                <numerusform>下書き %n 通を保存しました。メールソフトで開いて送信してください。</numerusform>
            </translation>
        </message>
        <message>
            <source>No mail program opened the draft. Save it in a folder, or copy address, subject and text.</source>
            <translation>メールソフトで開けませんでした。フォルダーに保存するか、宛先・件名・本文を個別にコピーしてください。</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>コピーしました。</translation>
        </message>
        <message>
            <source>Marked as told.</source>
            <translation>通知済にしました。</translation>
        </message>
    </context>
    <context>
        <name>yoyo::VaccinationsPage</name>
        <message>
            <source>Go on editing</source>
            <translation>入力に戻る</translation>
        </message>
        <message>
            <source>Save although something is unusual?</source>
            <translation>確かめてから保存してください</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>変更はありませんでした。</translation>
        </message>
        <message>
            <source>The setting is saved on this PC.</source>
            <translation>設定をこのPCに保存しました。</translation>
        </message>
        <message>
            <source>%1 It is being sent.</source>
            <translation>%1 中央へ送信しています。</translation>
        </message>
        <message>
            <source>%1 It is sent as soon as the service can be reached.</source>
            <translation>%1 未送信です。つながると送信されます。</translation>
        </message>
        <message numerus="yes">
            <source>Change %n setting(s)?</source>
            <translation>
                <numerusform>%n 件の設定を変更します</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n chosen row(s) stay as they are: refused, or nothing differs.</source>
            <translation>
                <numerusform>選んだうち %n 件は変わりません（受け付けない、または同じ値）。</numerusform>
            </translation>
        </message>
        <message>
            <source>Only the ticked fields are changed.</source>
            <translation>チェックした項目だけを変更します。</translation>
        </message>
        <message>
            <source>%1 → %2</source>
            <comment>field and new value</comment>
            <translation>%1 → %2</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空欄）</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>変更</translation>
        </message>
        <message numerus="yes">
            <source>%n setting(s) are saved on this PC.</source>
            <translation>
                <numerusform>%n 件の設定をこのPCに保存しました。</numerusform>
            </translation>
        </message>
        <message>
            <source>Take the change back?</source>
            <translation>変更を元に戻しますか</translation>
        </message>
        <message>
            <source>It has not been sent. The values before it count again.</source>
            <translation>まだ送信していない変更です。変更前の値に戻ります。</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <comment>field, now, then</comment>
            <translation>%1：%2 → %3</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>The change was taken back.</source>
            <translation>変更を元に戻しました。</translation>
        </message>
        <message>
            <source>Vaccination settings – %1</source>
            <comment>fiscal year</comment>
            <translation>市区町村別予防接種設定　%1</translation>
        </message>
        <message>
            <source>Save the settings as CSV</source>
            <translation>予防接種設定をCSVで保存</translation>
        </message>
        <message>
            <source>CSV (*.csv)</source>
            <translation>CSV (*.csv)</translation>
        </message>
        <message numerus="yes">
            <source>%n setting(s) saved in %1.</source>
            <translation>
                <numerusform>%n 件の設定を %1 に保存しました。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>yoyo::Desk</name>
        <message>
            <source>Vaccination settings</source>
            <translation>予防接種設定</translation>
        </message>
        <message>
            <source>Users</source>
            <translation>ユーザ管理</translation>
        </message>
        <message>
            <source>Synchronisation</source>
            <translation>同期</translation>
        </message>
        <message>
            <source>My user data</source>
            <translation>自身のユーザ情報</translation>
        </message>
        <message>
            <source>Change password</source>
            <translation>パスワードの変更</translation>
        </message>
        <message>
            <source>Decide a conflict</source>
            <translation>重なった変更を決める</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>About</source>
            <translation>このプログラムについて</translation>
        </message>
        <message>
            <source>Please sign in again. Your work is kept.</source>
            <translation>もう一度サインインしてください。作業は保存されています。</translation>
        </message>
        <message numerus="yes">
            <source>Sign out with %n change(s) not sent?</source>
            <translation>
                <numerusform>未送信の変更が %n 件あります。サインアウトしますか</numerusform>
            </translation>
        </message>
        <message>
            <source>They stay on this PC, encrypted, and are sent after your next sign-in here.</source>
            <translation>変更は暗号化してこのPCに残り、次にここでサインインした後に送信されます。</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>サインアウト</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>戻る</translation>
        </message>
        <message>
            <source>Demonstration — fictitious persons</source>
            <translation>デモ — 架空の人物</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>練習</translation>
        </message>
        <message>
            <source>Verification</source>
            <translation>検証</translation>
        </message>
        <message>
            <source>The demonstration service does not answer.</source>
            <translation>デモの中央サービスが応答しません。</translation>
        </message>
        <message>
            <source>A colleague has changed a setting at the centre.</source>
            <translation>同僚が中央で設定を変えました。</translation>
        </message>
        <message>
            <source>The centre is under maintenance now.</source>
            <translation>中央はメンテナンス中です。</translation>
        </message>
        <message>
            <source>The maintenance is over.</source>
            <translation>メンテナンスは終わりました。</translation>
        </message>
        <message>
            <source>At the centre it is a month later.</source>
            <translation>中央の日付が1か月進みました。</translation>
        </message>
        <message>
            <source>The line is cut. Go on working.</source>
            <translation>通信を切りました。このまま作業を続けられます。</translation>
        </message>
        <message>
            <source>The line is back.</source>
            <translation>通信が戻りました。</translation>
        </message>
        <message>
            <source>Too many wrong passwords. Please sign in again. Your work is kept.</source>
            <translation>パスワードを続けて間違えました。もう一度サインインしてください。作業は残っています。</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>はい</translation>
        </message>
        <message>
            <source>No</source>
            <translation>いいえ</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>利用中</translation>
        </message>
        <message>
            <source>Your session has ended. Your work is kept on this PC and is sent after you sign in again.</source>
            <translation>サインインが切れています。作業はこのPCに残っていて、もう一度サインインすると送られます。</translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>もう一度サインイン</translation>
        </message>
        <message>
            <source>The mail is on the clipboard.</source>
            <translation>メールをコピーしました。</translation>
        </message>
    </context>
    <context>
        <name>yoyo::ListPage</name>
        <message>
            <source>"%1"</source>
            <comment>search text</comment>
            <translation>「%1」</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between filter words</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Offline. This list is as of %1. What you save is kept on this PC and sent later.</source>
            <translation>オフラインです。この一覧は %1 時点のものです。保存した内容はこのPCに残り、つながると送信されます。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開く</translation>
        </message>
        <message>
            <source>Take the change back…</source>
            <translation>元に戻す…</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>印刷</translation>
        </message>
        <message>
            <source>Save as CSV</source>
            <translation>CSVで保存</translation>
        </message>
    </context>
    <context>
        <name>yoyo::PageStack</name>
        <message>
            <source>Leave without saving?</source>
            <translation>保存していない入力があります</translation>
        </message>
        <message>
            <source>What you typed here has not been saved.</source>
            <translation>この画面に入力した内容は、まだ保存されていません。</translation>
        </message>
        <message>
            <source>Leave without saving</source>
            <translation>保存せずに続ける</translation>
        </message>
        <message>
            <source>Go on editing</source>
            <translation>入力に戻る</translation>
        </message>
    </context>
    <context>
        <name>yoyo::RowBadgeWords</name>
        <message>
            <source>Not sent</source>
            <translation>未送信</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>送信中</translation>
        </message>
        <message>
            <source>Not in force yet</source>
            <translation>未反映</translation>
        </message>
        <message>
            <source>Cannot be sent</source>
            <translation>送信できない</translation>
        </message>
        <message>
            <source>Needs a decision</source>
            <translation>要確認</translation>
        </message>
    </context>
</TS>
