package org.fixator.app;

import java.util.concurrent.CompletionException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the server, or, with a command as the first word, the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length > 0 && !args[0].startsWith("-")) {
            System.err.println("Unknown command: " + args[0]);
            System.exit(2);
        }
        ConfigurableApplicationContext server = SpringApplication.run(FixatorApplication.class, args);
        try {
            server.getBean(StoreStart.class).await();
        } catch (CompletionException e) {
            LoggerFactory.getLogger(Main.class)
                    .error("The server cannot start", e.getCause() == null ? e : e.getCause());
            System.exit(1);
        }
    }
}
