package io.minsheng.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/**
 * Calls of such methods go on in the order in which they came, a few for each core of the machine at a time, on every node for
 * itself. For pages that many ask for at once: worked at all together each gets a slice of the machine now and then, so that
 * some wait for several times as long as others and all longer than in a queue. Not for what waits for other machines or for
 * the reader.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface InTurn {
}
