using System.Globalization;

namespace NewsGraph.Cli;

/// <summary>Values of options that several commands share.</summary>
internal static class Options
{
    /// <exception cref="UserError">The text is no date.</exception>
    public static DateOnly? Date(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new UserError($"--published: '{text}' is no date. Write year-month-day, as 2022-01-10.");
    }
}
