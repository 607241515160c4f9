package io.minsheng.identity;

import io.minsheng.platform.actor.Actor;

/** Fired inside the transaction in which an account was taken out of use. */
public record AccountClosed(String username, Actor by) {
}
