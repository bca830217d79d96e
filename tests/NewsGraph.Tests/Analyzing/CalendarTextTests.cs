using NewsGraph.Analyzing;

namespace NewsGraph.Tests.Analyzing;

public sealed class CalendarTextTests
{
    [TestCase("2022-01-09", "Sunday 9 January 2022")]
    [TestCase("2022-W01", "week of 3 January 2022")]
    [TestCase("2022-01", "January 2022")]
    [TestCase("2019", "2019")]
    [TestCase("2019/2021-05-02", "2019 to Sunday 2 May 2021")]
    [TestCase("2022-01-09T10:30", "Sunday 9 January 2022, 10:30")]
    [TestCase("P3D", "P3D")]
    [TestCase("PAST_REF", "PAST_REF")]
    [TestCase("2021-W53", "2021-W53")]
    [TestCase("", "")]
    public void Readable_Value_IsSaidAsPeopleDo(string value, string expected) => Assert.That(CalendarText.Readable(value), Is.EqualTo(expected));

    [TestCase("2022-01-09", "2022-01-09")]
    [TestCase("2022-W01", "2022-01-03")]
    [TestCase("2022-W01-WE", "2022-01-03")]
    [TestCase("2022-05", "2022-05-01")]
    [TestCase("2022-Q2", "2022-01-01")]
    [TestCase("2019/2021", "2019-01-01")]
    [TestCase("P3D", null)]
    [TestCase("XXXX-WXX-1", null)]
    [TestCase("0000", null)]
    public void Start_Value_IsTheFirstDay(string value, string? expected) =>
        Assert.That(CalendarText.Start(value)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(expected));
}
