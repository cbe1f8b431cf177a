package org.fixator.app;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

/** The server as a Spring application. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({ServerShell.class, EngineConfiguration.class})
public class FixatorApplication {}
