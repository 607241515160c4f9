package io.minsheng.platform.web;

import java.time.Duration;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Applies {@link PerAddress}. */
@Singleton
public class LimitPerAddress {

    private final RateLimits limits;
    private final ClientAddress address;
    private final TrustedDesks desks;
    private final CurrentVertxRequest request;

    LimitPerAddress(RateLimits limits, ClientAddress address, TrustedDesks desks, CurrentVertxRequest request) {
        this.limits = limits;
        this.address = address;
        this.desks = desks;
        this.request = request;
    }

    /** The values of the annotation here mean nothing: it binds the filter to the methods that carry it. */
    @ServerRequestFilter
    @PerAddress(value = "", calls = 0, minutes = 0)
    public void check(ResourceInfo called) {
        PerAddress limit = called.getResourceMethod().getAnnotation(PerAddress.class);
        if (limit != null) {
            String from = address.of(request.getCurrent().request());
            limits.count(limit.value(), from, desks.limit(limit.calls(), from), Duration.ofMinutes(limit.minutes()));
        }
    }
}
