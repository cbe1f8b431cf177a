package org.fixator.http;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Only in a server that a benchmark has started. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("fixator.floor")
public class FloorConfiguration {
    @Bean
    FilterRegistrationBean<FloorFilter> floorFilter() {
        FilterRegistrationBean<FloorFilter> registration = new FilterRegistrationBean<>(new FloorFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.addUrlPatterns("/*");
        return registration;
    }
}
