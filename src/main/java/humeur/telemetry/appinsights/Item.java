package humeur.telemetry.appinsights;

import java.util.List;

/** Something to be sent, which becomes envelopes only on the sender's thread. */
interface Item {
    /** How many envelopes it becomes, which is what the buffer is bounded by; large ones count as several. */
    int weight();

    /** Its envelopes, each a JSON document without line breaks, in UTF-8. */
    List<byte[]> envelopes();
}
