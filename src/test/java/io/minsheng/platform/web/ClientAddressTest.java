package io.minsheng.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private static final List<String> CLIENT = List.of("203.0.113.5");

    @ParameterizedTest
    @CsvSource({ "::1, 0:0:0:0:0:0:0:1", "0:0:0:0:0:0:0:1, ::1", "[::1], ::1", "2001:DB8::00A, 2001:db8:0:0:0:0:0:a",
            "' 10.0.0.9 ', 10.0.0.9", "10.0.0.9, ::ffff:10.0.0.9", "::ffff:a00:9, 10.0.0.9", "fe80::1, fe80:0:0:0:0:0:0:1%eth0",
            "10.0.0.9:8080, 10.0.0.9" })
    void aProxyIsKnownHoweverItsAddressIsWritten(String configured, String peer) {
        ClientAddress addresses = trusting(configured);

        assertThat(addresses.of(peer, CLIENT)).isEqualTo("203.0.113.5");
        assertThat(addresses.of(peer, List.of("203.0.113.5, " + peer))).as("as a hop").isEqualTo("203.0.113.5");
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.2.3.4", "1.2.3.4:5678", " 1.2.3.4:1 ", "::ffff:1.2.3.4", "[::ffff:1.2.3.4]:80" })
    void aForwardedIpv4AddressLosesItsPort(String forwarded) {
        assertThat(trusting("::1").of("::1", List.of(forwarded))).isEqualTo("1.2.3.4");
    }

    @ParameterizedTest
    @ValueSource(strings = { "2001:db8:1:2::5", "[2001:db8:1:2::5]", "[2001:db8:1:2::5]:80", "2001:DB8:1:2:0:0:0:5%eth0" })
    void aForwardedIpv6AddressLosesItsPortAndCountsAsItsNetwork(String forwarded) {
        ClientAddress addresses = trusting("10.0.0.9");

        assertThat(addresses.of("10.0.0.9", List.of(forwarded))).isEqualTo(ClientAddress.network("2001:db8:1:2::7"));
    }

    @Test
    void anotherAddressOfTheProxysNetworkIsNoProxy() {
        assertThat(trusting("2001:db8::1").of("2001:db8::2", CLIENT)).isEqualTo(ClientAddress.network("2001:db8::2"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "unknown", "proxy.example.cn", "proxy.example.cn:80", "[", "[]", ":", "%", "1.2.3", "1.2.3.4.5:6",
            "999.1.1.1", "_hidden", "::1::" })
    void whatIsNoAddressIsNeitherLookedUpNorAnError(String forwarded) {
        ClientAddress addresses = trusting("10.0.0.9");

        assertThatCode(() -> addresses.of("10.0.0.9", List.of(forwarded))).doesNotThrowAnyException();
        assertThat(trusting(forwarded).of("10.0.0.9", CLIENT)).isEqualTo("10.0.0.9");
    }

    private static ClientAddress trusting(String proxy) {
        return new ClientAddress(Optional.of(List.of(proxy)));
    }
}
