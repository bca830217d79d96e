using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>Passes bytes on; cuts the connection right after a request of one kind has gone to the server, before its answer.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri target;
    private readonly byte[] mark;
    private int left;
    private int cuts;

    public CuttingProxy(Uri target, string cutAfterForwarding, int times)
    {
        this.target = target;
        mark = Encoding.ASCII.GetBytes(cutAfterForwarding);
        left = times;
        listener.Start();
        Uri = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    public Uri Uri { get; }

    public int Cuts => cuts;

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed by the test.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(target.Host, target.Port);
            var back = far.GetStream().CopyToAsync(near.GetStream());
            var buffer = new byte[1 << 16];
            int read;
            while ((read = await near.GetStream().ReadAsync(buffer)) > 0)
            {
                var cut = buffer.AsSpan(0, read).IndexOf(mark) >= 0 && Interlocked.Decrement(ref left) >= 0;
                await far.GetStream().WriteAsync(buffer.AsMemory(0, read));
                if (cut)
                {
                    // Long enough for the server to commit, too short for nobody to notice.
                    near.Client.Close(0);
                    Interlocked.Increment(ref cuts);
                    await Task.Delay(500);
                    return;
                }
            }

            await back;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // One side left.
        }
    }
}
