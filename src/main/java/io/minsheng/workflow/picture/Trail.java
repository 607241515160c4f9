package io.minsheng.workflow.picture;

import java.util.List;
import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * Guesses which flows a case took. The engine's history knows visited activities, not flows, so a flow is marked only when no
 * other reading is likely; ways back stay plain, since both their ends are visited by going forward as well.
 */
final class Trail {

    private final Set<String> current;
    private final Set<String> done;

    Trail(Set<String> current, Set<String> done) {
        this.current = current;
        this.done = done;
    }

    Standing standing(FlowNode node) {
        return Standing.of(node.getId(), current, done);
    }

    boolean took(SequenceFlow flow) {
        return couldTake(flow) && (isOnlyWayTo(flow.getTarget(), flow) || !anotherWayWasTaken(flow));
    }

    private boolean couldTake(SequenceFlow flow) {
        return done.contains(flow.getSource().getId()) && standing(flow.getTarget()).reached() && !leadsBack(flow);
    }

    private boolean isOnlyWayTo(FlowNode target, SequenceFlow flow) {
        return target.getIncoming().stream().noneMatch(other -> other != flow && couldTake(other));
    }

    private boolean anotherWayWasTaken(SequenceFlow flow) {
        return flow.getSource().getOutgoing().stream()
                .filter(other -> other != flow && couldTake(other))
                .anyMatch(other -> isOnlyWayTo(other.getTarget(), other));
    }

    /** Models run from left to right, so a flow that ends left of its beginning is a way back. */
    private static boolean leadsBack(SequenceFlow flow) {
        BpmnEdge edge = flow.getDiagramElement();
        if (edge == null) {
            return false;
        }
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        return points.get(points.size() - 1).getX() < points.get(0).getX();
    }
}
