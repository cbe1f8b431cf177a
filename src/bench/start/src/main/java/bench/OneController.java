package bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a start is compared with. */
@SpringBootApplication
@RestController
public class OneController {
    public static void main(String[] args) {
        SpringApplication.run(OneController.class, args);
    }

    @GetMapping("/")
    String answer() {
        return "ok";
    }
}
