package org.dragoman.nmt.tensor;

/** The program that {@link TorchTest} runs in processes of their own, since the library is started once a process. */
final class TorchProbe {

    private TorchProbe() {}

    /** Prints how many threads an operation uses, or why the library was not started. */
    public static void main(String[] arguments) {
        try {
            System.out.println("threads " + Torch.threads());
        } catch (IllegalArgumentException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
