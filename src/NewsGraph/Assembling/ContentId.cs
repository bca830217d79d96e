using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsGraph.Assembling;

/// <summary>
/// Ids that follow from content: the first 64 bits of SHA-256 over the parts, each preceded by its length,
/// so that ("ab", "c") and ("a", "bc") differ. Among a million ids a clash has odds of 1 in 37 million.
/// </summary>
internal static class ContentId
{
    /// <param name="kind">One letter that tells people what the id names: <c>e</c> entity, <c>r</c> relation.</param>
    /// <param name="parts">What the id stands for; null and the empty string are the same.</param>
    public static string Of(char kind, params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? string.Empty);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        return kind + Convert.ToHexStringLower(digest[..8]);
    }
}
