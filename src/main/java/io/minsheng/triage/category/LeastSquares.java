package io.minsheng.triage.category;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;

/** For each category one line through the examples: near 1 for what belongs to it, near -1 for all others. */
final class LeastSquares {

    private static final double PRECISION = 0.001;

    private final List<Model> models;

    /**
     * Learns.
     *
     * @param classes number of the category of each row
     * @param cost how much an example that is missed counts against simplicity
     */
    LeastSquares(List<Feature[]> rows, double[] classes, int features, int categories, double cost) {
        Feature[][] examples = rows.toArray(Feature[][]::new);
        this.models = IntStream.range(0, categories).mapToObj(category -> {
            Problem problem = new Problem();
            problem.l = examples.length;
            problem.n = features;
            problem.x = examples;
            problem.y = Arrays.stream(classes).map(each -> each == category ? 1 : -1).toArray();
            return Linear.train(problem, new Parameter(SolverType.L2R_L2LOSS_SVR, cost, PRECISION, 0));
        }).toList();
    }

    /** By number of the category: some 1 to -1. */
    double[] values(Feature[] features) {
        return models.stream().mapToDouble(each -> Linear.predict(each, features)).toArray();
    }
}
