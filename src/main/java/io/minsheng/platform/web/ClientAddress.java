package io.minsheng.platform.web;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpServerRequest;

/**
 * The address a request comes from. {@code X-Forwarded-For} is believed only from the addresses in
 * {@code MINSHENG_TRUSTED_PROXIES}: anyone can write that header.
 */
@Singleton
public class ClientAddress {

    private final List<String> trusted;

    ClientAddress(@ConfigProperty(name = "minsheng.trusted-proxies") Optional<List<String>> trusted) {
        this.trusted = trusted.orElse(List.of()).stream().map(String::trim).toList();
    }

    /** The nearest address that is not one of our own proxies. */
    public String of(HttpServerRequest request) {
        return of(request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress(),
                request.headers().getAll("X-Forwarded-For"));
    }

    String of(String peer, List<String> forwarded) {
        if (!trusted.contains(peer)) {
            return peer;
        }
        String[] hops = String.join(",", forwarded).split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].trim();
            if (!hop.isEmpty() && !trusted.contains(hop)) {
                return hop;
            }
        }
        return peer;
    }
}
