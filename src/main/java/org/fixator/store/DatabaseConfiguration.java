package org.fixator.store;

import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database without HAPI: what is stored can be read as soon as this is there, in a fraction of HAPI's start. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    BasicDataSource dataSource(StoreSettings settings) {
        BasicDataSource pool = new BasicDataSource();
        pool.setUrl(settings.jdbcUrl());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaxTotal(30);
        pool.setMaxIdle(10);
        return pool;
    }

    @Bean
    R5Originals r5Originals(DataSource dataSource) {
        return new R5Originals(dataSource);
    }

    /** The originals' table is part of what it reads. */
    @Bean
    StoredResources storedResources(DataSource dataSource, R5Originals originals) {
        return new StoredResources(dataSource);
    }

    /** Can be handed on from the beginning, and writes once HAPI is there. */
    @Bean
    ResourceWriter resourceWriter() {
        return new ResourceWriter();
    }
}
