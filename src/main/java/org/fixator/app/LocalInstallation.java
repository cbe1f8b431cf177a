package org.fixator.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fixator.cli.Installation;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** This program, for its own command line. */
final class LocalInstallation implements Installation {

    @Override
    public LocalServer start(Path data) {
        requireFree(data);
        SpringApplication application = new SpringApplication(FixatorApplication.class);
        ConfigurableApplicationContext context = application.run(
                "--server.port=0",
                "--fixator.bind=127.0.0.1",
                "--fixator.data=" + data,
                "--fixator.announce=false",
                "--logging.level.root=error",
                "--logging.level.org.fixator=error");
        context.getBean(StoreStart.class).await();
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        String token = token(data);
        return new LocalServer() {
            @Override
            public String url() {
                return "http://localhost:" + port + "/fhir";
            }

            @Override
            public String token() {
                return token;
            }

            @Override
            public void close() {
                context.close();
            }
        };
    }

    /** Before Spring is: its own way to fail takes a page. */
    private static void requireFree(Path data) {
        try (DataDirectory directory = DataDirectory.open(data)) {
            Files.createDirectories(directory.path());
        } catch (DataDirectory.InUse e) {
            throw new Busy(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token(Path data) {
        try {
            return Files.readString(data.resolve("admin-token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Stored open(Path data) {
        try {
            return StoredAnswers.open(DataDirectory.open(data));
        } catch (DataDirectory.InUse e) {
            throw new Busy(String.valueOf(e.getMessage()));
        }
    }
}
