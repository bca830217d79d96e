using System.Collections.Frozen;

namespace NewsGraph.Resources;

/// <summary>News agencies and outlets of <c>lexicons/media.tsv</c> by name, acronym or web address.</summary>
public sealed class MediaNames
{
    private static readonly Lazy<MediaNames> Shared = new(() => new MediaNames());

    private readonly FrozenDictionary<string, string> byName;

    private MediaNames()
    {
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var row in ResourceFiles.ReadTable("lexicons/media.tsv"))
        {
            names.TryAdd(row[0], row[0]);
            foreach (var alias in row[1].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                names.TryAdd(alias, row[0]);
            }
        }

        byName = names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public static MediaNames Default => Shared.Value;

    /// <summary>The usual name of the outlet, or null if this is none that is known ("AFP" → "Agence France-Presse").</summary>
    public string? Find(string name)
    {
        var trimmed = name.AsSpan().Trim().TrimEnd('.');
        if (trimmed.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && !byName.ContainsKey(trimmed.ToString()))
        {
            trimmed = trimmed[4..];
        }

        return byName.GetValueOrDefault(trimmed.ToString()) ?? byName.GetValueOrDefault("The " + trimmed.ToString());
    }
}
