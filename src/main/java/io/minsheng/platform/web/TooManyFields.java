package io.minsheng.platform.web;

/**
 * Tells the form reader's refusal of a form with more fields or files than {@code quarkus.http.limits.max-parameters} from
 * other failures: it throws nothing more telling than its message.
 */
final class TooManyFields {

    private static final String MESSAGE = "Param limit of ";

    private TooManyFields() {
    }

    static boolean caused(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().startsWith(MESSAGE)) {
                return true;
            }
        }
        return false;
    }
}
