package io.minsheng.triage.category;

import java.util.List;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;

/** One logistic regression over all categories: which of them features speak for. */
final class Learned {

    private static final double PRECISION = 0.01;

    static {
        Linear.disableDebugOutput();
    }

    private final Model model;
    private final int categories;

    /**
     * Learns.
     *
     * @param classes number of the category of each row
     * @param cost how much an example that is learned wrongly counts against simplicity
     */
    Learned(List<Feature[]> rows, double[] classes, int features, int categories, double cost) {
        Problem problem = new Problem();
        problem.l = rows.size();
        problem.n = features;
        problem.x = rows.toArray(Feature[][]::new);
        problem.y = classes;
        this.model = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, PRECISION));
        this.categories = categories;
    }

    /** The numbers of a vector as features behind {@code others} others. */
    static Feature[] dense(float[] vector, int others, double weight) {
        Feature[] features = new Feature[vector.length];
        for (int i = 0; i < vector.length; i++) {
            features[i] = new FeatureNode(others + i + 1, weight * vector[i]);
        }
        return features;
    }

    /** By number of the category; they sum up to 1. */
    double[] probabilities(Feature[] features) {
        double[] byLabel = new double[model.getNrClass()];
        Linear.predictProbability(model, features, byLabel);
        double[] byCategory = new double[categories];
        int[] labels = model.getLabels();
        for (int i = 0; i < labels.length; i++) {
            byCategory[labels[i]] = byLabel[i];
        }
        return byCategory;
    }
}
