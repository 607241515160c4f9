package io.minsheng.correspondence;

/** The district's platform for short messages, if it can be asked by program. */
interface SmsGateway {

    /** Whether there is one; else short messages leave and come back as tables. */
    boolean configured();

    /**
     * Gives a message and waits for what becomes of it. Whoever implements it answers {@link HandOver.Result#LATER} and
     * {@link HandOver.Result#REFUSED} only where the gateway certainly has not sent it: nobody is texted twice.
     *
     * @param reference ours, the same for every try; a gateway that knows it may drop the second
     */
    HandOver.Outcome give(String phone, String text, String reference);
}
