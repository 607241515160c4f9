package io.minsheng.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
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

    private static final int IPV6_BYTES = 16;

    private final List<String> trusted;

    ClientAddress(@ConfigProperty(name = "minsheng.trusted-proxies") Optional<List<String>> trusted) {
        this.trusted = trusted.orElse(List.of()).stream().map(String::trim).toList();
    }

    /** The nearest address that is not one of our own proxies; of IPv6 its network. */
    public String of(HttpServerRequest request) {
        return of(request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress(),
                request.headers().getAll("X-Forwarded-For"));
    }

    String of(String peer, List<String> forwarded) {
        if (!trusted.contains(peer)) {
            return network(peer);
        }
        String[] hops = String.join(",", forwarded).split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].trim();
            if (!hop.isEmpty() && !trusted.contains(hop)) {
                return network(hop);
            }
        }
        return network(peer);
    }

    /** Whoever has one IPv6 address has all 2^64 of its network (RFC 6177), so these count as one. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // with a colon in it no name is looked up
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV6_BYTES ? HexFormat.ofDelimiter(":").formatHex(bytes, 0, IPV6_BYTES / 2) + "::"
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
