using System.Text;
using NewsGraph.Reading;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Reading;

public sealed class ArticleReaderTests
{
    private const string Text = "Ferries stop\n\nThe ferry company said on Tuesday that it would stop all of its lines for a week.\n";

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("newsgraph-reading-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    private static Article Read(byte[] bytes, ReadingLimits? limits = null, ArticleMetadata? known = null)
    {
        using var stream = new MemoryStream(bytes);
        return new PlainTextReader(limits).Read(stream, "ferries.txt", known).Single();
    }

    private static ArticleFormatException Refusal(byte[] bytes, ReadingLimits? limits = null) =>
        Assert.Throws<ArticleFormatException>(() => Read(bytes, limits))!;

    private static ArticleFormatException Refusal(string text) => Refusal(Encoding.UTF8.GetBytes(text));

    [Test]
    public void Read_ByteOrderMark_IsNoPartOfTheText()
    {
        var article = Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)]);
        Assert.That(article.Text, Is.EqualTo(Text));
        Assert.That(article.Id, Is.EqualTo("ferries"));
    }

    [Test]
    public void ReadFile_Sidecar_GivesMetadata()
    {
        var path = Write("ferries.txt", Text);
        Write("ferries.json", """{"source": "Harbour Herald", "published": "2016-05-03", "url": null, "byline": "Ann Lee"}""");
        var article = new ArticleReader().ReadFile(path).Single();
        Assert.Multiple(() =>
        {
            Assert.That(article.Source, Is.EqualTo("Harbour Herald"));
            Assert.That(article.Published, Is.EqualTo(new DateOnly(2016, 5, 3)));
            Assert.That(article.Url, Is.Null);
            Assert.That(article.Byline, Is.EqualTo("Ann Lee"));
            Assert.That(article.Title, Is.EqualTo("Ferries stop"));
        });
    }

    [Test]
    public void ReadFile_GivenValues_WinOverSidecarAndText()
    {
        var path = Write("ferries.txt", "Ferries stop\n\nMay 1, 2016\n\n" + Text);
        Write("ferries.json", """{"source": "Harbour Herald", "published": "2016-05-03"}""");
        var article = new ArticleReader().ReadFile(path, new ArticleMetadata { Published = new DateOnly(2016, 5, 4) }).Single();
        Assert.That(article.Published, Is.EqualTo(new DateOnly(2016, 5, 4)));
        Assert.That(article.Source, Is.EqualTo("Harbour Herald"));
    }

    [Test]
    public void ReadFile_DateOnlyInTheText_IsTaken()
    {
        var path = Write("ferries.txt", "Ferries stop\n\nMay 1, 2016\n\n" + Text);
        Assert.That(new ArticleReader().ReadFile(path).Single().Published, Is.EqualTo(new DateOnly(2016, 5, 1)));
    }

    [TestCase("{", "JSON")]
    [TestCase("[]", "JSON")]
    [TestCase("""{"published": "soon"}""", "year-month-day")]
    [TestCase("""{"source": 5}""", "string")]
    public void ReadFile_BadSidecar_IsRefusedByItsName(string json, string expected)
    {
        var path = Write("ferries.txt", Text);
        Write("ferries.json", json);
        Assert.That(() => new ArticleReader().ReadFile(path), Throws.TypeOf<ArticleFormatException>().With.Message.Contains("ferries.json").And.Message.Contains(expected));
    }

    [Test]
    public void ReadFile_Missing_IsRefused() =>
        Assert.That(() => new ArticleReader().ReadFile(Path.Combine(folder, "none.txt")), Throws.TypeOf<ArticleFormatException>().With.Message.Contains("does not exist"));

    [Test]
    public void ReadFile_Folder_IsRefused() =>
        Assert.That(() => new ArticleReader().ReadFile(folder), Throws.TypeOf<ArticleFormatException>().With.Message.Contains("folder"));

    [TestCase("")]
    [TestCase(" \r\n\t ")]
    public void Read_Empty_IsRefused(string text) => Assert.That(Refusal(text).Message, Does.Contain("is empty"));

    [Test]
    public void Read_NulByte_IsRefusedWithItsOffset() => Assert.That(Refusal("Ferries\0stop").Message, Does.Contain("byte 7"));

    [Test]
    public void Read_ManyControlCharacters_IsRefused() => Assert.That(Refusal("Ferries " + new string('\u0001', 20)).Message, Does.Contain("binary"));

    [Test]
    public void Read_NotUtf8_IsRefusedWithItsOffset()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("The caf"), 0xE9, .. Encoding.UTF8.GetBytes(" is closed.")];
        Assert.That(Refusal(bytes).Message, Does.Contain("byte 7").And.Contain("0xE9"));
        Assert.That(Refusal([0xEF, 0xBB, 0xBF, .. bytes]).Message, Does.Contain("byte 10"));
    }

    [Test]
    public void Read_Utf16_IsRefusedWithAdvice() => Assert.That(Refusal([0xFF, 0xFE, 0x41, 0]).Message, Does.Contain("UTF-16"));

    [Test]
    public void Read_Pdf_IsNamed() => Assert.That(Refusal("%PDF-1.7 ...").Message, Does.Contain("PDF"));

    [Test]
    public void Read_HtmlPage_IsNamed() => Assert.That(Refusal("<!DOCTYPE html><html><body><p>The ferry</p></body></html>").Message, Does.Contain("HTML"));

    [TestCase("Le gouvernement a annoncé mardi que la compagnie des ferries allait suspendre toutes ses lignes pendant une semaine, après le refus des équipages de travailler sur des navires jugés dangereux pour les passagers.")]
    [TestCase("Die Regierung hat am Dienstag mitgeteilt, dass die Fährgesellschaft alle Linien für eine Woche einstellt, nachdem sich die Mannschaften geweigert hatten, auf den Schiffen zu arbeiten, die sie gefährlich nennen.")]
    [TestCase("El gobierno anunció el martes que la compañía de transbordadores suspenderá todas sus líneas durante una semana, después de que las tripulaciones se negaran a trabajar en barcos que consideran peligrosos.")]
    [TestCase("De regering heeft dinsdag bekendgemaakt dat de veerdienst een week lang alle lijnen stillegt, nadat de bemanningen hadden geweigerd om te werken op schepen die volgens hen gevaarlijk zijn voor de reizigers.")]
    [TestCase("Regjeringen sa tirsdag at fergeselskapet skal stanse alle linjene i en uke, etter at mannskapene hadde nektet å arbeide på skip som de mener er farlige for de reisende og for dem selv.")]
    [TestCase("Правительство сообщило во вторник, что паромная компания останавливает все линии на неделю.")]
    [TestCase("政府は火曜日、フェリー会社が一週間すべての航路を停止すると発表した。")]
    public void Read_OtherLanguage_IsRefused(string text) => Assert.That(Refusal(text).Message, Does.Contain("English"));

    [Test]
    public void Read_OnlyBrackets_IsRefused() => Assert.That(Refusal(new string('(', 100_000)).Message, Does.Contain("no words"));

    [Test]
    public void Read_MostlyBrackets_IsRefused() => Assert.That(Refusal("The ministers met. " + new string('(', 100_000)).Message, Does.Contain("running text"));

    [Test]
    public void Read_FiftyMegabytes_IsRefused() => Assert.That(Refusal(new byte[50_000_000]).Message, Does.Contain("500,000"));

    [Test]
    public void Read_OnlyAHeadline_IsAnArticle()
    {
        var article = Read(Encoding.UTF8.GetBytes("Ferries stop for a week"));
        Assert.That(article.Title, Is.EqualTo("Ferries stop for a week"));
        Assert.That(article.Blocks, Has.Count.EqualTo(1));
    }

    [Test]
    public void Read_AboveTheLimit_IsRefusedWithoutReadingOn()
    {
        using var stream = new Endless();
        var error = Assert.Throws<ArticleFormatException>(() => new PlainTextReader(new ReadingLimits { MaxBytes = 1_000_000 }).Read(stream, "endless.txt").Count())!;
        Assert.That(error.Message, Does.Contain("1,000,000"));
        Assert.That(stream.Served, Is.LessThan(2_000_000));
    }

    [Test]
    [CancelAfter(20_000)]
    public void Read_NineteenMegabytesInOneLine_IsReadInLinearTime()
    {
        var line = string.Concat(Enumerable.Repeat("the ferry was in the port ", 730_000));
        Assert.That(Read(Encoding.UTF8.GetBytes(line), new ReadingLimits { MaxBytes = 20_000_000 }).Blocks, Has.Count.EqualTo(1));
    }

    [Test]
    public void ReadText_LoneSurrogatesControlsAndMarks_StayWhereTheyAre()
    {
        const string text = "Ferries\uD83D stop\n\n\u200FThe ferry\u0001 company \uDC00said \u202Ethat\u202C it would stop.\u200E\n";
        var article = new PlainTextReader().ReadText(text, "ferries");
        Assert.That(article.Text, Is.EqualTo(text));
        Assert.That(article.Blocks[1].Span.Of(text), Does.StartWith("The ferry").And.EndWith("stop."));
    }

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    [TestCase("\u2029")]
    public void Read_LineEnds_GiveTheSameParts(string end) =>
        Assert.That(Read(Encoding.UTF8.GetBytes(Text.Replace("\n", end, StringComparison.Ordinal))).Blocks.Select(b => b.Part), Is.EqualTo(new[] { ArticlePart.Title, ArticlePart.Body }));

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private sealed class Endless : Stream
    {
        public long Served { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Served; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            Served += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
