package io.minsheng.workflow.picture;

import java.util.Map;

import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The small BPMN symbols, each drawn in a square of 16 by 16 around the given middle. */
final class Marks {

    private static final String PERSON = "M8 1.5a3 3 0 1 1 0 6a3 3 0 1 1 0 -6zM2.5 14.5v-1.5a5.5 4.5 0 0 1 11 0v1.5z";
    private static final String GEAR = "M8 5.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0 -5.6zM8 1v2.2M8 12.8v2.2M1 8h2.2M12.8 8h2.2"
            + "M3 3l1.6 1.6M11.4 11.4l1.6 1.6M13 3l-1.6 1.6M4.6 11.4l-1.6 1.6";
    private static final String ENVELOPE = "M1.5 3.5h13v9h-13zM1.5 3.5l6.5 5l6.5 -5";
    private static final String CLOCK = "M8 1.2a6.8 6.8 0 1 1 0 13.6a6.8 6.8 0 1 1 0 -13.6zM8 4v4l2.8 1.8";
    private static final String BOLT = "M2 13.5l3.6 -10l4.2 5.4l4.2 -6.4l-3.6 10l-4.2 -5.2z";
    private static final String PENTAGON = "M8 2.6l5.2 3.8l-2 6.1h-6.4l-2 -6.1z";
    private static final String CROSS = "M3.5 3.5l9 9M12.5 3.5l-9 9";
    private static final String PLUS = "M1.5 1.5h13v13h-13zM8 4.5v7M4.5 8h7";
    private static final String THREE_BARS = "M3.5 2v12M8 2v12M12.5 2v12";

    private static final Map<Class<? extends EventDefinition>, String> EVENTS = Map.of(
            MessageEventDefinition.class, ENVELOPE,
            TimerEventDefinition.class, CLOCK,
            ErrorEventDefinition.class, BOLT);

    private final Svg svg;

    Marks(Svg svg) {
        this.svg = svg;
    }

    void task(FlowNode task, double x, double y) {
        if (task instanceof UserTask) {
            draw(PERSON, x, y);
        } else if (task instanceof ServiceTask) {
            draw(GEAR, x, y);
        }
    }

    void event(FlowNode event, double x, double y) {
        EVENTS.entrySet().stream()
                .filter(mark -> !event.getChildElementsByType(mark.getKey()).isEmpty())
                .forEach(mark -> draw(mark.getValue(), x, y));
    }

    void choice(double x, double y) {
        draw(CROSS, x, y);
    }

    void choiceByEvent(double x, double y) {
        svg.leaf("circle", "class", "bpmn-mark", "cx", x, "cy", y, "r", 13.0);
        draw(PENTAGON, x, y);
    }

    void callsAnotherProcess(double x, double y) {
        draw(PLUS, x, y);
    }

    void manyAtOnce(double x, double y) {
        draw(THREE_BARS, x, y);
    }

    private void draw(String path, double x, double y) {
        svg.leaf("path", "class", "bpmn-mark", "d", path,
                "transform", "translate(" + Svg.number(x - 8) + " " + Svg.number(y - 8) + ")");
    }
}
