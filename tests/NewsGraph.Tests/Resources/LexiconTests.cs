using NewsGraph.Resources;

namespace NewsGraph.Tests.Lexicons;

/// <summary>The word lists are consistent: sorted, without doublets, with known codes and kinds.</summary>
public sealed class LexiconTests
{
    private static readonly (string File, int Columns, int Key)[] Lists =
    [
        ("countries", 9, 1), ("cities", 4, 2), ("organizations", 3, 1), ("media", 4, 1), ("offices", 4, 1), ("given-names", 2, 1),
        ("organization-nouns", 4, 1), ("person-nouns", 3, 1), ("group-nouns", 1, 1), ("place-nouns", 3, 1), ("event-nouns", 3, 1), ("law-nouns", 2, 1), ("thing-nouns", 3, 1),
    ];

    private static IEnumerable<TestCaseData> Files() => Lists.Select(l => new TestCaseData(l.File, l.Columns, l.Key).SetArgDisplayNames(l.File));

    private static List<string[]> Rows(string file) => [.. ResourceFiles.ReadTable($"lexicons/{file}.tsv")];

    [TestCaseSource(nameof(Files))]
    public void Rows_AllColumnsThere(string file, int columns, int key)
    {
        Assert.That(key, Is.LessThanOrEqualTo(columns));
        Assert.That(Rows(file).Where(r => r.Length != columns).Select(r => r[0]), Is.Empty);
    }

    [TestCaseSource(nameof(Files))]
    public void Rows_SortedAndUnique(string file, int columns, int key)
    {
        var keys = Rows(file).ConvertAll(r => string.Join('\t', r.Take(key)));
        Assert.That(columns, Is.GreaterThan(0));
        Assert.That(keys, Is.Unique);
        Assert.That(Rows(file).Select(r => r[0]), Is.Ordered.Using((IComparer<string>)new CodePointOrder()));
    }

    [TestCaseSource(nameof(Files))]
    public void Cells_Trimmed(string file, int columns, int key)
    {
        Assert.That(columns + key, Is.Positive);
        var cells = Rows(file).SelectMany(r => r).SelectMany(c => c.Split('|')).ToList();
        Assert.That(cells.Where(c => c != c.Trim() || c.Contains("  ", StringComparison.Ordinal)), Is.Empty);
        Assert.That(Rows(file).Where(r => r[0].Length == 0), Is.Empty);
    }

    [Test]
    public void Countries_CodesAndIdsAreWellFormedAndUnique()
    {
        var rows = Rows("countries");
        var codes = rows.Select(r => r[1]).Where(c => c.Length > 0).ToList();
        var ids = rows.Select(r => r[8]).Where(c => c.Length > 0).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(codes, Is.Unique.And.All.Match("^[A-Z]{2}$"));
            Assert.That(codes, Has.Count.GreaterThanOrEqualTo(195));
            Assert.That(codes, Is.SubsetOf(IsoCodes));
            Assert.That(ids, Is.Unique.And.All.Match("^Q[1-9][0-9]*$"));
        });
    }

    [Test]
    public void Countries_NamesAndAliases_NameOneCountryOnly()
    {
        var names = Rows("countries").SelectMany(r => r[2].Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(r[0])).ToList();
        Assert.That(names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key), Is.Empty);
    }

    [TestCase("cities", 1)]
    [TestCase("media", 3)]
    public void Codes_AreCountries(string file, int column) =>
        Assert.That(Rows(file).Select(r => r[column]).Where(c => c.Length > 0).Distinct(), Is.SubsetOf(IsoCodes));

    [TestCase("cities", 3, "city|region|area")]
    [TestCase("organizations", 2, "international|military|court|agency|parliament|party|militant|ngo|company|university")]
    [TestCase("media", 2, "agency|broadcaster|newspaper|magazine|website")]
    [TestCase("offices", 1, "office|military|honorific")]
    [TestCase("offices", 3, "country|organization|")]
    [TestCase("given-names", 1, "male|female|both")]
    [TestCase("organization-nouns", 1, "Organization|Group")]
    [TestCase("person-nouns", 1, "kin|profession|role")]
    [TestCase("place-nouns", 1, "region|nature|facility")]
    [TestCase("event-nouns", 1, "protest|conflict|politics|justice|disaster|economy")]
    [TestCase("thing-nouns", 1, "weapon|vehicle|document|substance")]
    public void Kinds_AreKnown(string file, int column, string kinds) =>
        Assert.That(Rows(file).Select(r => r[column]).Distinct(), Is.SubsetOf(kinds.Split('|')));

    [TestCase("organizations")]
    [TestCase("media")]
    public void Aliases_NameOneBodyOnly(string file)
    {
        var names = Rows(file).SelectMany(r => r[1].Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(r[0])).ToList();
        Assert.That(names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key), Is.Empty);
    }

    /// <summary>ISO 3166-1 alpha-2, with XK as news and international bodies use it for Kosovo.</summary>
    private static readonly HashSet<string> IsoCodes = [.. """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ
        DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
        KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM
        PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
        UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    private sealed class CodePointOrder : IComparer<string>
    {
        public int Compare(string? x, string? y) => string.CompareOrdinal(x, y);
    }
}
