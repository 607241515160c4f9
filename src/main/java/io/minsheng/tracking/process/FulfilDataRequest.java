package io.minsheng.tracking.process;

import jakarta.inject.Singleton;

import io.minsheng.tracking.CarryOutDataRequest;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The head of the office has granted what somebody asked about the own data: it is done. */
@Singleton
class FulfilDataRequest implements Step {

    private final CarryOutDataRequest carryOut;

    FulfilDataRequest(CarryOutDataRequest carryOut) {
        this.carryOut = carryOut;
    }

    @Override
    public void perform(Token token) {
        carryOut.carryOut(token.processInstance());
    }
}
