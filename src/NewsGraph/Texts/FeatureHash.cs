using System.Collections.Concurrent;
using System.Text;

namespace NewsGraph.Texts;

/// <summary>The hashed features of docs/model-interface.md: integers mixed by FNV-1a, strings by CRC-32.</summary>
public static class FeatureHash
{
    /// <summary>Rows of every feature table; row 0 is padding.</summary>
    public const int TableSize = 1 << 14;

    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;
    private static readonly uint[] Crc = MakeTable();
    private static readonly ConcurrentDictionary<string, uint> Known = new(StringComparer.Ordinal);

    /// <summary>The state before anything is mixed in.</summary>
    public static uint Seed => Offset;

    /// <summary>Mixes one integer into a state.</summary>
    public static uint Mix(uint state, uint value) => unchecked((state ^ value) * Prime);

    /// <summary>The table row of a finished state.</summary>
    public static int Row(uint state) => (int)(1 + ((state ^ (state >> 15)) % (TableSize - 1)));

    public static int Row(uint template, uint a) => Row(Mix(Mix(Seed, template), a));

    public static int Row(uint template, uint a, uint b) => Row(Mix(Mix(Mix(Seed, template), a), b));

    public static int Row(uint template, uint a, uint b, uint c) => Row(Mix(Mix(Mix(Mix(Seed, template), a), b), c));

    /// <summary>CRC-32 (ISO 3309) of the UTF-8 bytes; 0 for the empty string.</summary>
    public static uint Of(string text)
    {
        var crc = uint.MaxValue;
        Span<byte> bytes = stackalloc byte[256];
        var heap = Encoding.UTF8.GetMaxByteCount(text.Length) > bytes.Length ? Encoding.UTF8.GetBytes(text) : null;
        var used = heap is null ? bytes[..Encoding.UTF8.GetBytes(text, bytes)] : heap;
        foreach (var b in used)
        {
            crc = Crc[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return text.Length == 0 ? 0 : ~crc;
    }

    /// <summary><see cref="Of"/> for strings of a closed set (labels, tags), remembered.</summary>
    public static uint OfLabel(string label) => Known.GetOrAdd(label, static l => Of(l));

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var c = i;
            for (var k = 0; k < 8; k++)
            {
                c = (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
            }

            table[i] = c;
        }

        return table;
    }
}
