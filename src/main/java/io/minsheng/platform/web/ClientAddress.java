package io.minsheng.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;

/**
 * The address a request comes from. {@code X-Forwarded-For} is believed only from the addresses in
 * {@code MINSHENG_TRUSTED_PROXIES}: anyone can write that header. An address counts however it is written ({@code ::1} or
 * {@code 0:0:0:0:0:0:0:1}, an IPv4 address also inside IPv6, with a port or without); names are never looked up.
 */
@Singleton
public class ClientAddress {

    private static final int IPV6_BYTES = 16;

    private final Set<String> trusted;

    ClientAddress(@ConfigProperty(name = "minsheng.trusted-proxies") Optional<List<String>> trusted) {
        this.trusted = trusted.orElse(List.of()).stream().map(ClientAddress::plain).collect(Collectors.toUnmodifiableSet());
    }

    /** The nearest address that is not one of our own proxies; of IPv6 its network. */
    public String of(HttpServerRequest request) {
        return of(request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress(),
                request.headers().getAll("X-Forwarded-For"));
    }

    String of(String peer, List<String> forwarded) {
        if (!trusted.contains(plain(peer))) {
            return network(peer);
        }
        String[] hops = String.join(",", forwarded).split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = plain(hops[i]);
            if (!hop.isEmpty() && !trusted.contains(hop)) {
                return network(hop);
            }
        }
        return network(peer);
    }

    /** Whoever has one IPv6 address has all 2^64 of its network (RFC 6177), so these count as one. */
    static String network(String address) {
        String plain = plain(address);
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(plain);
        return bytes != null && bytes.length == IPV6_BYTES
                ? HexFormat.ofDelimiter(":").formatHex(bytes, 0, IPV6_BYTES / 2) + "::"
                : plain;
    }

    /** The one way to write this address; what is none stays as it is. */
    private static String plain(String written) {
        String address = withoutPort(written.strip());
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return address;
        }
        try {
            // takes an IPv4 address out of the IPv6 address that it is mapped into
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", impossible);
        }
    }

    /** {@code 192.0.2.1:5678} and {@code [2001:db8::1]:80} name a port; the colons of a bare IPv6 address do not. */
    private static String withoutPort(String address) {
        if (address.startsWith("[")) {
            int end = address.indexOf(']');
            return end < 0 ? address : address.substring(1, end);
        }
        int colon = address.indexOf(':');
        return colon >= 0 && colon == address.lastIndexOf(':') ? address.substring(0, colon) : address;
    }
}
