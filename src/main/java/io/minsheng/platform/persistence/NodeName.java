package io.minsheng.platform.persistence;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The name of this node, the same after a restart: owner of its job locks, leases and half-done hand-overs. */
@Singleton
public class NodeName {

    private final String value;

    NodeName(@ConfigProperty(name = "minsheng.node") Optional<String> configured,
            @ConfigProperty(name = "quarkus.http.port") int port) throws UnknownHostException {
        String name = configured.orElse(InetAddress.getLocalHost().getHostName() + ":" + port);
        this.value = name.length() > 80 ? name.substring(name.length() - 80) : name;
    }

    /** At most 80 characters. */
    public String value() {
        return value;
    }
}
