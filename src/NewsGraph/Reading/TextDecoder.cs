using System.Buffers;
using System.Text;

namespace NewsGraph.Reading;

/// <summary>Bytes → text: UTF-8 with or without byte order mark, refused with the reason if it is anything else.</summary>
internal static class TextDecoder
{
    private const double MaxControlShare = 0.05;

    private static readonly (byte[] Start, string Format)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive or an Office document"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
        ("{\\rtf"u8.ToArray(), "a rich text (RTF) document"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ("SQLite format"u8.ToArray(), "a database"),
    ];

    /// <summary>Everything in the stream, at most <paramref name="maxBytes"/> bytes.</summary>
    /// <exception cref="ArticleFormatException">There is more.</exception>
    public static byte[] ReadAll(Stream stream, string name, int maxBytes)
    {
        if (stream.CanSeek && stream.Length - stream.Position > maxBytes)
        {
            throw TooLong(name, maxBytes);
        }

        using var bytes = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(65_536);
        try
        {
            for (int count; (count = stream.Read(buffer, 0, buffer.Length)) > 0;)
            {
                if (bytes.Length + count > maxBytes)
                {
                    throw TooLong(name, maxBytes);
                }

                bytes.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return bytes.ToArray();
    }

    /// <summary>The text without byte order mark.</summary>
    /// <exception cref="ArticleFormatException">Empty, binary or not UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        foreach (var (start, format) in Signatures)
        {
            if (bytes.StartsWith(start))
            {
                throw new ArticleFormatException(name, $"is {format}, not text.", "Save the article as plain text in UTF-8 and give that file.");
            }
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new ArticleFormatException(name, "is UTF-16 (its first two bytes are a UTF-16 byte order mark).", $"Convert it to UTF-8: iconv -f UTF-16 -t UTF-8 '{name}'.");
        }

        var body = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        RefuseBinary(body, bytes.Length - body.Length, name);
        if (FirstInvalid(body) is var invalid and >= 0)
        {
            throw new ArticleFormatException(
                $"{name}, byte {invalid + bytes.Length - body.Length}:",
                $"0x{body[invalid]:X2} does not belong to a UTF-8 text.",
                "Convert the file to UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8.");
        }

        var text = Encoding.UTF8.GetString(body);
        return string.IsNullOrWhiteSpace(text)
            ? throw new ArticleFormatException(name, "is empty.", "Give a file that holds the text of an article.")
            : text;
    }

    private static void RefuseBinary(ReadOnlySpan<byte> body, int offset, string name)
    {
        if (body.IndexOf((byte)0) is var nul and >= 0)
        {
            throw new ArticleFormatException($"{name}, byte {nul + offset}:", "a NUL byte; this is a binary file, not text.", "Save the article as plain text in UTF-8 and give that file.");
        }

        var controls = 0;
        foreach (var b in body)
        {
            controls += b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C) or 0x7F ? 1 : 0;
        }

        if (controls > 4 && controls > body.Length * MaxControlShare)
        {
            throw new ArticleFormatException(name, $"holds {controls} control characters among {body.Length} bytes; this is a binary file, not text.", "Save the article as plain text in UTF-8 and give that file.");
        }
    }

    /// <summary>Offset of the first byte that is not UTF-8, or −1.</summary>
    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return -1;
        }

        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }

    private static ArticleFormatException TooLong(string name, int maxBytes) =>
        new(name, $"is longer than {maxBytes:N0} bytes, the most that is read as one article.", "Split it into one file per article.");
}
