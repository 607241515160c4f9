package io.minsheng.platform.web;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Slows whoever guesses codes: first for the one number from one address, then for the number from everywhere, then for the
 * address whatever the number. Only wrong tries count, so that a desk, a school or a mobile network behind one address can
 * ask as often as it likes, and one of the {@link TrustedDesks} may also err for more people. A number that exists is not
 * told from one that does not.
 */
@ApplicationScoped
public class WrongCodes {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int OF_NUMBER_AND_ADDRESS = 10;
    private static final int OF_NUMBER = 50;
    private static final int OF_ADDRESS = 60;
    /** Longer than any number; what is longer shares a counter with others. */
    private static final int NUMBER_LENGTH = 40;

    private final RateLimits limits;
    private final ClientAddress addresses;
    private final CurrentVertxRequest request;
    private final TrustedDesks desks;

    WrongCodes(RateLimits limits, ClientAddress addresses, CurrentVertxRequest request, TrustedDesks desks) {
        this.limits = limits;
        this.addresses = addresses;
        this.request = request;
        this.desks = desks;
    }

    /**
     * To be asked before a code is looked at.
     *
     * @throws io.minsheng.platform.error.Refusal 429 after too many wrong ones
     */
    public void check(String number) {
        check(number, address());
    }

    /** The code was wrong, or there is no such number. */
    public void note(String number) {
        note(number, address());
    }

    void check(String number, String address) {
        String whose = shortened(number);
        limits.check("wrong-code-here", whose + " " + address, OF_NUMBER_AND_ADDRESS, WINDOW);
        limits.check("wrong-code", whose, OF_NUMBER, WINDOW);
        limits.check("wrong-codes", address, desks.limit(OF_ADDRESS, address), WINDOW);
    }

    void note(String number, String address) {
        String whose = shortened(number);
        limits.note("wrong-code-here", whose + " " + address, WINDOW);
        limits.note("wrong-code", whose, WINDOW);
        limits.note("wrong-codes", address, WINDOW);
    }

    private static String shortened(String number) {
        return number.substring(0, Math.min(NUMBER_LENGTH, number.length()));
    }

    /** Empty for the program's own calls, which are no guesses. */
    private String address() {
        try {
            RoutingContext now = request.getCurrent();
            return now == null ? "" : addresses.of(now.request());
        } catch (ContextNotActiveException noRequest) {
            return "";
        }
    }
}
