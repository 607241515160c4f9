package io.minsheng.workflow.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The name of this node, the same after a restart: owner of its job locks. */
@Singleton
class NodeName {

    private final String value;

    NodeName(@ConfigProperty(name = "minsheng.node") Optional<String> configured,
            @ConfigProperty(name = "quarkus.http.port") int port) throws UnknownHostException {
        this.value = configured.orElse(InetAddress.getLocalHost().getHostName() + ":" + port);
    }

    String value() {
        return value;
    }
}
