using NewsGraph.Reading;

namespace NewsGraph.Tests.Reading;

public sealed class DateLineTests
{
    [TestCase("Tuesday, May 3, 2016", "2016-05-03")]
    [TestCase("3 May 2016", "2016-05-03")]
    [TestCase("Published: Tue 3 May 2016 10:30 GMT", "2016-05-03")]
    [TestCase("Updated 3:14 PM EST, Tue May 3, 2016", "2016-05-03")]
    [TestCase("2016-05-03", "2016-05-03")]
    [TestCase("2016-05-03T10:30:00Z", "2016-05-03")]
    [TestCase("Published on 13/05/2016 - 12:05", "2016-05-13")]
    [TestCase("03.05.2016", "2016-05-03")]
    [TestCase("Sept. 3rd, 2016", "2016-09-03")]
    [TestCase("Published on 03/05/2016 - 12:05", null)]
    public void TryParse_DateLine_ReadsTheDay(string line, string? day)
    {
        Assert.That(DateLine.TryParse(line, out var date), Is.True);
        Assert.That(date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(day));
    }

    [TestCase("On May 3, 2016 the ferry sank.")]
    [TestCase("May 3")]
    [TestCase("2016")]
    [TestCase("The third of May 2016")]
    [TestCase("31 February 2016")]
    public void TryParse_OtherLine_IsRefused(string line) => Assert.That(DateLine.TryParse(line, out _), Is.False);
}
