// SPDX-License-Identifier: Apache-2.0
#include "models/domain/kana.h"

#include <QHash>

namespace yoyo {

static bool isHyphenLike(char16_t c)
{
    switch (c) {
    case u'-': case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015:
    case 0x2212: case 0xff0d: case 0x30fc: case 0xff70: case 0xfe63: case 0x2043: case 0x2500:
        return true;
    default:
        return false;
    }
}

static bool isZeroWidth(char16_t c)
{
    return c == 0x200b || c == 0x200c || c == 0x200d || c == 0x2060 || c == 0xfeff || c == 0x00ad;
}

static bool isKatakana(char16_t c)
{
    return c >= 0x30a1 && c <= 0x30fa;
}

QString normaliseCode(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar qc : text) {
        const char16_t c = qc.unicode();
        if (qc.isSpace() || isZeroWidth(c))
            continue;
        if (isHyphenLike(c))
            out.append(u'-');
        else if (c >= 0xff01 && c <= 0xff5e)
            out.append(QChar(char16_t(c - 0xff01 + 0x21)));
        else
            out.append(qc);
    }
    return out;
}

QString normaliseDigits(QStringView text)
{
    QString out = normaliseCode(text);
    out.remove(u'-');
    return out;
}

QString toKatakana(QStringView text)
{
    // NFKC on half-width kana only: it also joins the separate voicing marks.
    QString joined;
    joined.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && text[end].unicode() >= 0xff61 && text[end].unicode() <= 0xff9f)
            ++end;
        if (end > i) {
            joined += text.mid(i, end - i).toString().normalized(QString::NormalizationForm_KC);
            i = end;
        } else {
            joined += text[i++];
        }
    }
    // か + U+3099, and nothing else: NFC on the whole text would rewrite compatibility ideographs.
    for (qsizetype i = joined.size() - 1; i > 0; --i) {
        if (joined[i].unicode() == 0x3099 || joined[i].unicode() == 0x309a) {
            const QString one = joined.mid(i - 1, 2).normalized(QString::NormalizationForm_C);
            if (one.size() == 1)
                joined.replace(i - 1, 2, one);
        }
    }
    for (qsizetype i = 0; i < joined.size(); ++i) {
        const char16_t c = joined[i].unicode();
        if (c >= 0x3041 && c <= 0x3096)
            joined[i] = QChar(char16_t(c + 0x60));
        else if (c == 0x309d || c == 0x309e)
            joined[i] = QChar(char16_t(c + 0x60));
        else if (c == u' ' || c == 0xa0)
            joined[i] = QChar(0x3000);
        else if (i > 0 && c != 0x30fc && isHyphenLike(c) && (isKatakana(joined[i - 1].unicode()) || joined[i - 1] == QChar(0x30fc)))
            joined[i] = QChar(0x30fc);
    }
    return joined;
}

bool isKatakanaName(QStringView text)
{
    bool hasKana = false;
    for (const QChar qc : text) {
        const char16_t c = qc.unicode();
        if (isKatakana(c))
            hasKana = true;
        else if (c != 0x30fc && c != 0x30fb && c != u' ' && c != 0x3000 && c != 0x30fd && c != 0x30fe)
            return false;
    }
    return hasKana;
}

// Variants that NFKC keeps apart but a clerk who searches does not. Left: variant, right: the key's character.
static const QHash<char32_t, char32_t>& nameVariants()
{
    static const QHash<char32_t, char32_t> table = [] {
        QHash<char32_t, char32_t> t;
        const std::u32string_view pairs =
            U"髙高﨑崎嵜崎碕崎邉辺邊辺濵浜濱浜齋斉齊斉斎斉澤沢廣広國国眞真嶋島嶌島櫻桜惠恵德徳圓円瀨瀬𠮷吉槇槙渕淵"
            U"冨富淸清靑青增増黑黒曻昇條条彌弥與与豐豊壽寿靜静榮栄龍竜瀧滝峯峰渡渡邨村萬万鐵鉄舘館籔薮藪薮桒桑檜桧莊荘"
            U"庄荘寳宝寶宝祐祐隆隆晴晴﨟臈神神福福益益緖緒薗園芦葦曽曾峽峡溪渓穗穂聰聡鷗鴎剝剥𠮟叱塡填頰頬";
        for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
            t.insert(pairs[i], pairs[i + 1]);
        return t;
    }();
    return table;
}

static char16_t largeKana(char16_t c)
{
    switch (c) {
    case 0x30a1: case 0x30a3: case 0x30a5: case 0x30a7: case 0x30a9: // ァィゥェォ
    case 0x30c3: case 0x30e3: case 0x30e5: case 0x30e7: case 0x30ee: // ッャュョヮ
        return char16_t(c + 1);
    case 0x30f5: // ヵ
        return 0x30ab;
    case 0x30f6: // ヶ
        return 0x30b1;
    case 0x30f0: // ヰ
        return 0x30a4;
    case 0x30f1: // ヱ
        return 0x30a8;
    case 0x30f2: // ヲ
        return 0x30aa;
    default:
        return c;
    }
}

QString searchKey(QStringView text)
{
    const QString folded = text.toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString out;
    out.reserve(folded.size());
    for (qsizetype i = 0; i < folded.size(); ++i) {
        char32_t c = folded[i].unicode();
        if (folded[i].isHighSurrogate() && i + 1 < folded.size() && folded[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(folded[i], folded[i + 1]);
            ++i;
        }
        if ((c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef))
            continue;
        if (c < 0x10000) {
            const auto unit = char16_t(c);
            if (QChar(unit).isSpace() || isHyphenLike(unit) || isZeroWidth(unit) || unit == 0x30fb)
                continue;
            if (unit == 0x301c || unit == 0xff5e) { // the two tildes of CP932
                out += u'~';
                continue;
            }
        }
        if (c >= 0x3041 && c <= 0x3096)
            c += 0x60;
        const auto variant = nameVariants().constFind(c);
        if (variant != nameVariants().constEnd())
            c = *variant;
        if (c < 0x10000 && c >= 0x30a1 && c <= 0x30fe) {
            // Voicing lives in the decomposition: ガ = カ + U+3099.
            const QString parts = QString(QChar(char16_t(c))).normalized(QString::NormalizationForm_D);
            c = largeKana(parts.at(0).unicode());
        } else if (c == 0x3099 || c == 0x309a || c == 0x309b || c == 0x309c) {
            continue;
        }
        if (c < 0x10000)
            out += QChar(char16_t(c));
        else
            out += QStringView(QChar::fromUcs4(c));
    }
    return out;
}

namespace {
struct Syllable
{
    QStringView kana;
    const char* latin;
};
} // namespace

static constexpr Syllable syllables[] = {
    {u"キャ", "kya"}, {u"キュ", "kyu"}, {u"キョ", "kyo"}, {u"シャ", "sha"}, {u"シュ", "shu"}, {u"ショ", "sho"},
    {u"シェ", "she"}, {u"チャ", "cha"}, {u"チュ", "chu"}, {u"チョ", "cho"}, {u"チェ", "che"}, {u"ニャ", "nya"},
    {u"ニュ", "nyu"}, {u"ニョ", "nyo"}, {u"ヒャ", "hya"}, {u"ヒュ", "hyu"}, {u"ヒョ", "hyo"}, {u"ミャ", "mya"},
    {u"ミュ", "myu"}, {u"ミョ", "myo"}, {u"リャ", "rya"}, {u"リュ", "ryu"}, {u"リョ", "ryo"}, {u"ギャ", "gya"},
    {u"ギュ", "gyu"}, {u"ギョ", "gyo"}, {u"ジャ", "ja"},  {u"ジュ", "ju"},  {u"ジョ", "jo"},  {u"ジェ", "je"},
    {u"ヂャ", "ja"},  {u"ヂュ", "ju"},  {u"ヂョ", "jo"},  {u"ビャ", "bya"}, {u"ビュ", "byu"}, {u"ビョ", "byo"},
    {u"ピャ", "pya"}, {u"ピュ", "pyu"}, {u"ピョ", "pyo"}, {u"ファ", "fa"},  {u"フィ", "fi"},  {u"フェ", "fe"},
    {u"フォ", "fo"},  {u"ティ", "ti"},  {u"ディ", "di"},  {u"ウィ", "wi"},  {u"ウェ", "we"},  {u"ヴァ", "va"},
    {u"ア", "a"},     {u"イ", "i"},     {u"ウ", "u"},     {u"エ", "e"},     {u"オ", "o"},     {u"カ", "ka"},
    {u"キ", "ki"},    {u"ク", "ku"},    {u"ケ", "ke"},    {u"コ", "ko"},    {u"サ", "sa"},    {u"シ", "shi"},
    {u"ス", "su"},    {u"セ", "se"},    {u"ソ", "so"},    {u"タ", "ta"},    {u"チ", "chi"},   {u"ツ", "tsu"},
    {u"テ", "te"},    {u"ト", "to"},    {u"ナ", "na"},    {u"ニ", "ni"},    {u"ヌ", "nu"},    {u"ネ", "ne"},
    {u"ノ", "no"},    {u"ハ", "ha"},    {u"ヒ", "hi"},    {u"フ", "fu"},    {u"ヘ", "he"},    {u"ホ", "ho"},
    {u"マ", "ma"},    {u"ミ", "mi"},    {u"ム", "mu"},    {u"メ", "me"},    {u"モ", "mo"},    {u"ヤ", "ya"},
    {u"ユ", "yu"},    {u"ヨ", "yo"},    {u"ラ", "ra"},    {u"リ", "ri"},    {u"ル", "ru"},    {u"レ", "re"},
    {u"ロ", "ro"},    {u"ワ", "wa"},    {u"ヰ", "i"},     {u"ヱ", "e"},     {u"ヲ", "o"},     {u"ン", "n"},
    {u"ガ", "ga"},    {u"ギ", "gi"},    {u"グ", "gu"},    {u"ゲ", "ge"},    {u"ゴ", "go"},    {u"ザ", "za"},
    {u"ジ", "ji"},    {u"ズ", "zu"},    {u"ゼ", "ze"},    {u"ゾ", "zo"},    {u"ダ", "da"},    {u"ヂ", "ji"},
    {u"ヅ", "zu"},    {u"デ", "de"},    {u"ド", "do"},    {u"バ", "ba"},    {u"ビ", "bi"},    {u"ブ", "bu"},
    {u"ベ", "be"},    {u"ボ", "bo"},    {u"パ", "pa"},    {u"ピ", "pi"},    {u"プ", "pu"},    {u"ペ", "pe"},
    {u"ポ", "po"},    {u"ヴ", "vu"},    {u"ァ", "a"},     {u"ィ", "i"},     {u"ゥ", "u"},
};

QString romanised(QStringView kana)
{
    const QString text = toKatakana(kana);
    QString out;
    bool isDoubled = false;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] == QChar(0x30c3)) { // ッ
            isDoubled = true;
            ++i;
            continue;
        }
        const QStringView rest = QStringView(text).mid(i);
        const Syllable* hit = nullptr;
        for (const Syllable& s : syllables) {
            if (rest.startsWith(s.kana)) {
                hit = &s;
                break;
            }
        }
        if (!hit) {
            const char16_t c = text[i].unicode();
            if (c == 0x30a7 || c == 0x30f6)
                out += u"e";
            else if (c == 0x30a9)
                out += u"o";
            ++i;
            continue;
        }
        const QLatin1String latin(hit->latin);
        if (isDoubled && latin.size() > 0)
            out += latin.at(0) == QLatin1Char('c') ? QLatin1Char('t') : QLatin1Char(latin.at(0).toLatin1());
        isDoubled = false;
        out += latin;
        i += hit->kana.size();
    }
    return out;
}

QString foldRomanisation(QStringView latin)
{
    QString t;
    for (const QChar c : latin) {
        if (c.isLetter() && c.unicode() < 0x80)
            t += c.toLower();
    }
    static constexpr const char* steps[][2] = {
        {"tch", "ch"}, {"sha", "sya"}, {"shu", "syu"}, {"sho", "syo"}, {"shi", "si"},  {"cha", "tya"},
        {"chu", "tyu"}, {"cho", "tyo"}, {"chi", "ti"}, {"tsu", "tu"},  {"ja", "zya"},  {"ju", "zyu"},
        {"jo", "zyo"},  {"ji", "zi"},   {"fu", "hu"},  {"mb", "nb"},   {"mp", "np"},   {"mm", "nm"},
        {"ou", "o"},    {"oo", "o"},    {"uu", "u"},   {"aa", "a"},    {"ii", "i"},    {"nn", "n"},
    };
    for (const auto& step : steps)
        t.replace(QLatin1String(step[0]), QLatin1String(step[1]));
    // "oh" for a long o, but not before a vowel (oha is two syllables).
    for (qsizetype i = 0; i + 1 < t.size(); ++i) {
        if (t[i] == QLatin1Char('o') && t[i + 1] == QLatin1Char('h')
            && (i + 2 == t.size() || !QStringView(u"aiueoy").contains(t[i + 2])))
            t.remove(i + 1, 1);
    }
    return t;
}

} // namespace yoyo
