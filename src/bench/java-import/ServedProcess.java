import com.sun.management.OperatingSystemMXBean;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A packaged server in a process of its own, with a look into its memory and processor time. */
final class ServedProcess implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Path data;
    private final JMXConnector connector;
    private final OperatingSystemMXBean system;
    private final MBeanServerConnection beans;
    private final MemoryMXBean memory;
    private final List<BufferPoolMXBean> buffers;

    private ServedProcess(Process process, int port, Path data) throws Exception {
        this.process = process;
        this.port = port;
        this.data = data;
        VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
        connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        beans = connector.getMBeanServerConnection();
        system = ManagementFactory.getPlatformMXBean(beans, OperatingSystemMXBean.class);
        memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
        buffers = ManagementFactory.getPlatformMXBeans(beans, BufferPoolMXBean.class);
    }

    static ServedProcess start(Path jar, Path folder) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path data = folder.resolve("data");
        Path log = folder.resolve("server.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--fixator.data=" + data)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (status(port) != 200) {
            if (!process.isAlive()) {
                throw new IOException("The server ended:\n" + Files.readString(log));
            }
            Thread.sleep(200);
        }
        Thread.sleep(5_000); // HAPI's warm-up is not to be counted
        return new ServedProcess(process, port, data);
    }

    private static int status(int port) throws InterruptedException {
        try {
            URI uri = URI.create("http://localhost:" + port + "/health/ready");
            return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    int port() {
        return port;
    }

    String token() throws IOException {
        return Files.readString(data.resolve("admin-token")).strip();
    }

    /** Processor time that the process has used, in milliseconds. */
    long cpu() {
        return system.getProcessCpuTime() / 1_000_000;
    }

    /** Bytes of the live objects, of mapped files and of direct buffers. */
    long bytes() throws JMException, IOException {
        collect();
        String[] lines = ((String) beans.invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()}))
                .strip()
                .split("\n");
        String[] total = lines[lines.length - 1].strip().split(" +"); // Total, instances, bytes
        return Long.parseLong(total[2]) + mappedAndDirect();
    }

    /** As {@link #bytes}, but the heap as the collector fills it: an array over half a region takes whole regions. */
    long regions() {
        collect();
        return memory.getHeapMemoryUsage().getUsed() + mappedAndDirect();
    }

    private void collect() {
        for (int i = 0; i < 4; i++) { // references that are cleared in one round are gone in the next
            memory.gc();
        }
    }

    private long mappedAndDirect() {
        return buffers.stream().mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
    }

    String get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + port + "/fhir/" + path);
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    void post(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir/" + path))
                .header("Authorization", "Bearer " + token())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        int status = CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException(path + ": " + status);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        connector.close();
        process.destroy();
        process.waitFor();
    }
}
