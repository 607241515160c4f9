package io.minsheng.workflow.picture;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Paints one node of the process: its outline, its symbol and its name. */
final class ShapePainter {

    private static final double PADDING = 6;

    private final Svg svg;
    private final Marks marks;
    private final Words words;

    ShapePainter(Svg svg) {
        this.svg = svg;
        this.marks = new Marks(svg);
        this.words = new Words(svg);
    }

    void paint(FlowNode node, BpmnShape shape, Standing standing) {
        svg.open("g", "class", "bpmn-node " + kind(node) + ' ' + standing.cssClass(), "data-activity", node.getId());
        Bounds box = shape.getBounds();
        if (node instanceof Event event) {
            event(event, box);
        } else if (node instanceof Gateway) {
            gateway(node, box);
        } else {
            activity(node, box);
        }
        if (shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null && node.getName() != null) {
            words.label(node.getName(), shape.getBpmnLabel().getBounds());
        }
        svg.close("g");
    }

    private static String kind(FlowNode node) {
        if (node instanceof SubProcess sub) {
            return sub.triggeredByEvent() ? "bpmn-sub bpmn-sub-event" : "bpmn-sub";
        }
        if (node instanceof Gateway) {
            return "bpmn-gateway";
        }
        if (node instanceof Event) {
            return "bpmn-event" + (node instanceof EndEvent ? " bpmn-end" : "") + (interrupts(node) ? "" : " bpmn-beside");
        }
        return node instanceof CallActivity ? "bpmn-task bpmn-call" : "bpmn-task";
    }

    private static boolean interrupts(FlowNode event) {
        if (event instanceof BoundaryEvent boundary) {
            return boundary.cancelActivity();
        }
        return !(event instanceof StartEvent start) || start.isInterrupting();
    }

    private void activity(FlowNode node, Bounds box) {
        svg.leaf("rect", "class", "bpmn-outline", "x", box.getX(), "y", box.getY(), "width", box.getWidth(),
                "height", box.getHeight(), "rx", 6.0);
        double middle = box.getX() + box.getWidth() / 2;
        double foot = box.getY() + box.getHeight() - 12;
        marks.task(node, box.getX() + 13, box.getY() + 13);
        if (node instanceof CallActivity) {
            marks.callsAnotherProcess(middle, foot);
        }
        if (node instanceof Activity activity && activity.getLoopCharacteristics() != null) {
            marks.manyAtOnce(middle, foot);
        }
        if (node.getName() == null) {
            return;
        }
        if (node instanceof SubProcess) {
            words.heading(node.getName(), box);
        } else {
            words.inside(node.getName(), box, PADDING);
        }
    }

    private void event(Event event, Bounds box) {
        double x = box.getX() + box.getWidth() / 2;
        double y = box.getY() + box.getHeight() / 2;
        svg.leaf("circle", "class", "bpmn-outline", "cx", x, "cy", y, "r", box.getWidth() / 2);
        if (!(event instanceof StartEvent) && !(event instanceof EndEvent)) {
            svg.leaf("circle", "class", "bpmn-inner", "cx", x, "cy", y, "r", box.getWidth() / 2 - 3.5);
        }
        marks.event(event, x, y);
    }

    private void gateway(FlowNode gateway, Bounds box) {
        double x = box.getX() + box.getWidth() / 2;
        double y = box.getY() + box.getHeight() / 2;
        svg.leaf("path", "class", "bpmn-outline", "d", "M" + Svg.number(x) + ' ' + Svg.number(box.getY())
                + 'L' + Svg.number(box.getX() + box.getWidth()) + ' ' + Svg.number(y)
                + 'L' + Svg.number(x) + ' ' + Svg.number(box.getY() + box.getHeight())
                + 'L' + Svg.number(box.getX()) + ' ' + Svg.number(y) + 'z');
        if (gateway instanceof EventBasedGateway) {
            marks.choiceByEvent(x, y);
        } else {
            marks.choice(x, y);
        }
    }
}
