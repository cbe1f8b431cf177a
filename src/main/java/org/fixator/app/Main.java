package org.fixator.app;

import org.springframework.boot.SpringApplication;

/** Starts the server, or, with a command as the first word, the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length > 0 && !args[0].startsWith("-")) {
            System.err.println("Unknown command: " + args[0]);
            System.exit(2);
        }
        SpringApplication.run(FixatorApplication.class, args);
    }
}
