package io.minsheng.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the engine's SQL mappings, which takes seconds, on a thread of its own from the first moment of the start, while
 * the rest of the program gets ready.
 */
@Singleton
class ReadMappings {

    private final CompletableFuture<Configuration> mappings = new CompletableFuture<>();
    private final String databaseType;

    ReadMappings(@ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind) {
        this.databaseType = databaseKind.equals("postgresql") ? "postgres" : databaseKind;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        mappings.completeAsync(this::read, task -> {
            Thread reader = new Thread(task, "engine-mappings");
            reader.setContextClassLoader(ChildPathsFactory.seenBy(reader.getContextClassLoader()));
            reader.start();
        });
    }

    /** The mappings, without a data source yet; waits until they are read. */
    Configuration await() {
        return mappings.join();
    }

    private Configuration read() {
        try (InputStream file = ProcessEngineConfigurationImpl.class.getClassLoader()
                .getResourceAsStream(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE)) {
            Properties properties = new Properties();
            ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(properties, "", databaseType);
            properties.put("prefix", "");
            return new XMLConfigBuilder(file, "", properties).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
