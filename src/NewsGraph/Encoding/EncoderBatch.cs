using Microsoft.ML.OnnxRuntime;
using NewsGraph.Texts;

namespace NewsGraph.Encoders;

/// <summary>The eight padded input arrays of one encoder pass; pooled, so disposed after the run.</summary>
internal sealed class EncoderBatch : IDisposable
{
    private readonly long[][] arrays = new long[8][];
    private readonly OrtValue[] values = new OrtValue[8];

    public EncoderBatch(ReadOnlySpan<Window> windows, IReadOnlyList<Sentence> sentences, WordFeatures[] features)
    {
        foreach (var window in windows)
        {
            Pieces = Math.Max(Pieces, window.Pieces);
            Words = Math.Max(Words, window.Words);
        }

        // The graph ranks three heads a word, so it needs two words beside the root.
        Words = Math.Max(Words, 2);
        var rows = windows.Length;
        for (var k = 0; k < arrays.Length; k++)
        {
            arrays[k] = OnnxSession.Rent(rows * Width(k));
        }

        for (var row = 0; row < rows; row++)
        {
            Fill(row, windows[row], sentences, features);
        }

        for (var k = 0; k < arrays.Length; k++)
        {
            values[k] = OnnxSession.Tensor(arrays[k], rows * Width(k), [rows, Width(k)]);
        }
    }

    /// <summary>Input names, in the order of <see cref="Values"/>.</summary>
    public static string[] Inputs { get; } = ["ids", "pc", "first", "last", "wc", "suf", "pre", "sent"];

    /// <summary>T: pieces of the longest window.</summary>
    public int Pieces { get; }

    /// <summary>W: words of the widest window.</summary>
    public int Words { get; }

    public ReadOnlySpan<OrtValue> Values => values;

    /// <summary>The numbers of one input, for tests.</summary>
    public ReadOnlySpan<long> Data(int input, int rows) => arrays[input].AsSpan(0, rows * Width(input));

    public void Dispose()
    {
        foreach (var value in values)
        {
            value.Dispose();
        }

        foreach (var array in arrays)
        {
            OnnxSession.Return(array);
        }
    }

    private int Width(int input) => input < 2 ? Pieces : Words;

    private void Fill(int row, Window window, IReadOnlyList<Sentence> sentences, WordFeatures[] features)
    {
        var ids = arrays[0].AsSpan(row * Pieces, Pieces);
        var pieceCases = arrays[1].AsSpan(row * Pieces, Pieces);
        var first = arrays[2].AsSpan(row * Words, Words);
        var last = arrays[3].AsSpan(row * Words, Words);
        var wordCases = arrays[4].AsSpan(row * Words, Words);
        var suffixes = arrays[5].AsSpan(row * Words, Words);
        var prefixes = arrays[6].AsSpan(row * Words, Words);
        var numbers = arrays[7].AsSpan(row * Words, Words);
        ids[0] = WordPieces.Start;
        var piece = 1;
        var word = 0;
        Span<byte> shapes = stackalloc byte[256];
        for (var s = window.FirstSentence; s < window.EndSentence; s++)
        {
            var sentence = sentences[s];
            var shapeRow = sentence.Count <= shapes.Length ? shapes[..sentence.Count] : new byte[sentence.Count];
            for (var i = 0; i < sentence.Count; i++)
            {
                shapeRow[i] = features[sentence.First + i].Shape;
            }

            var style = WordShapes.Style(shapeRow);
            for (var i = 0; i < sentence.Count; i++, word++)
            {
                var feature = features[sentence.First + i];
                var id = WordShapes.CaseId(feature.Shape, i == 0, style);
                var pieces = WordPieces.Shorten(feature.Pieces, window.PiecesPerWord);
                first[word] = piece;
                foreach (var p in pieces)
                {
                    ids[piece] = p;
                    pieceCases[piece++] = id;
                }

                last[word] = piece - 1;
                wordCases[word] = id;
                suffixes[word] = feature.Suffix;
                prefixes[word] = feature.Prefix;
                numbers[word] = s - window.FirstSentence + 1;
            }
        }

        ids[piece] = WordPieces.End;
    }
}
