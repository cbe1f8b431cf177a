package org.fixator.app;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.fixator.cli.CommandLineEntry;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the server, or, with a command as the first word, the command line. */
public final class Main {

    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    private Main() {}

    public static void main(String[] args) {
        if (args.length > 0 && (!args[0].startsWith("-") || HELP.contains(args[0]))) {
            System.exit(command(args));
        }
        StartThreads.daemons().execute(Main::ahead);
        ConfigurableApplicationContext server = SpringApplication.run(FixatorApplication.class, args);
        try {
            server.getBean(StoreStart.class).await();
        } catch (CompletionException e) {
            LoggerFactory.getLogger(Main.class)
                    .error("The server cannot start", e.getCause() == null ? e : e.getCause());
            System.exit(1);
        }
    }

    /** Makes what the start will ask for, beside Spring, which comes up on one processor. */
    private static void ahead() {
        BuiltInSystems.all();
        ManagementFactory.getPlatformMBeanServer();
    }

    private static int command(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        return new CommandLineEntry(new LocalInstallation(), () -> ServerDescription.software()
                        .version())
                .run(out, err, args);
    }
}
