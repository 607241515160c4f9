package io.minsheng.evaluation.process;

import jakarta.inject.Singleton;

import io.minsheng.evaluation.Part;
import io.minsheng.evaluation.Parts;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** Each instance of the multi-instance reads its own row: which department, and whether it leads. */
@Singleton
public class AssignPart implements Step {

    private final Parts parts;

    AssignPart(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void perform(Token token) {
        Part part = parts.at(token.text("roundId"), token.number("loopCounter"));
        token.set("organisation", part.organisation());
        token.set("part", part.role().name());
    }
}
