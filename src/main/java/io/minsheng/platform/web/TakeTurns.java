package io.minsheng.platform.web;

import java.util.concurrent.Semaphore;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Lets calls that are {@link InTurn} wait for each other, before they begin a transaction and take a connection. */
@InTurn
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class TakeTurns {

    /** While one waits for the database another works. */
    private static final int FOR_EACH_CORE = 2;

    private static final Semaphore TURNS = new Semaphore(FOR_EACH_CORE * Runtime.getRuntime().availableProcessors(), true);
    /** Whoever has a turn needs no second one: if all did they would wait for each other for ever. */
    private static final ThreadLocal<Boolean> HAS_TURN = ThreadLocal.withInitial(() -> false);

    @AroundInvoke
    Object inTurn(InvocationContext call) throws Exception {
        if (HAS_TURN.get()) {
            return call.proceed();
        }
        TURNS.acquire();
        HAS_TURN.set(true);
        try {
            return call.proceed();
        } finally {
            HAS_TURN.remove();
            TURNS.release();
        }
    }
}
