package io.minsheng.workflow.picture;

import java.util.List;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Says in words what the picture shows, for those who hear it. */
final class Whereabouts {

    private final List<FlowNode> nodes;
    private final Trail trail;

    Whereabouts(List<BpmnShape> shapes, Trail trail) {
        this.nodes = shapes.stream().map(shape -> (FlowNode) shape.getBpmnElement()).toList();
        this.trail = trail;
    }

    String sentence() {
        String now = names(nodes, Standing.CURRENT);
        String before = names(nodes.stream().filter(Whereabouts::isStep).toList(), Standing.DONE);
        return (now.isEmpty() ? "目前没有正在进行的环节。" : "目前所在环节：" + now + "。")
                + (before.isEmpty() ? "" : "已经过的环节：" + before + "。");
    }

    private static boolean isStep(FlowNode node) {
        return node instanceof Activity && !(node instanceof SubProcess);
    }

    private String names(List<FlowNode> among, Standing standing) {
        return among.stream()
                .filter(node -> node.getName() != null && trail.standing(node) == standing)
                .map(FlowNode::getName)
                .collect(Collectors.joining("、"));
    }
}
