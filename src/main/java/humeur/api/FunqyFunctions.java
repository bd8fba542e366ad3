package humeur.api;

import io.quarkus.funqy.Funq;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** The functions as Funqy serves them, on worker threads; their names are their paths. */
public class FunqyFunctions {
    private final Contract contract;
    private final CurrentVertxRequest current;

    FunqyFunctions(Contract contract, CurrentVertxRequest current) {
        this.contract = contract;
        this.current = current;
    }

    @Funq("predict")
    public Answer predict() {
        return answer();
    }

    /** Rerouting {@code /predict/} to {@code /predict} would do on HTTP/1.1 only: Quarkus then resumes a request that has ended. */
    @Funq("predict/")
    public Answer predictWithSlash() {
        return answer();
    }

    @Funq("predict/batch")
    public Answer batch() {
        return answer();
    }

    @Funq("feedback")
    public Answer feedback() {
        return answer();
    }

    private Answer answer() {
        VertxExchange exchange = new VertxExchange(current.getCurrent());
        Answer answer = contract.answer(exchange.request());
        exchange.announce(answer);
        return answer;
    }
}
