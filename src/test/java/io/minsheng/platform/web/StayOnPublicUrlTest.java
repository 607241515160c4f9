package io.minsheng.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.vertx.core.http.Cookie;

class StayOnPublicUrlTest {

    private final StayOnPublicUrl portal = new StayOnPublicUrl(
            new PublicUrl(Optional.of("https://portal.example.cn/minsheng/"), 8080));
    private final StayOnPublicUrl plain = new StayOnPublicUrl(new PublicUrl(Optional.empty(), 8080));

    @Test
    void sendsRedirectsBelowTheSubPath() {
        assertThat(portal.below("http://portal.example.cn/login?error=1", "portal.example.cn"))
                .isEqualTo("/minsheng/login?error=1");
        assertThat(portal.below("http://portal.example.cn/minsheng/staff?done=1#top", "portal.example.cn"))
                .isEqualTo("/minsheng/staff?done=1#top");
        assertThat(portal.below("/q/swagger-ui/", "portal.example.cn")).isEqualTo("/minsheng/q/swagger-ui/");
    }

    @Test
    void saysNoHostThatTheRequestHasMadeUp() {
        assertThat(plain.below("http://evil.example/staff", "evil.example")).isEqualTo("/staff");
        assertThat(plain.below("http://localhost:8080/staff/cases?q=%E7%94%B5", "localhost:8080"))
                .isEqualTo("/staff/cases?q=%E7%94%B5");
    }

    @Test
    void leavesOtherAddressesAsTheyAre() {
        assertThat(plain.below("https://elsewhere.example.cn/a", "localhost:8080")).isEqualTo("https://elsewhere.example.cn/a");
        assertThat(plain.below("not an address", "localhost:8080")).isEqualTo("not an address");
        assertThat(plain.below("mailto:a@example.cn", "localhost:8080")).isEqualTo("mailto:a@example.cn");
    }

    @Test
    void setsAndRemovesCookiesWhereThePortalHasThem() {
        Cookie kept = Cookie.cookie("minsheng-session", "x").setPath("/");
        Cookie forgotten = Cookie.cookie("quarkus-redirect-location", "").setMaxAge(0);

        portal.bind(kept);
        portal.bind(forgotten);

        assertThat(kept.encode()).contains("Path=/minsheng/", "Secure");
        assertThat(forgotten.encode()).contains("Path=/minsheng/");
    }

    @Test
    void leadsToNoOtherHostByTwoSlashes() {
        assertThat(plain.below("http://localhost:8080//evil.example/staff", "localhost:8080")).isEqualTo("/evil.example/staff");
    }
}
