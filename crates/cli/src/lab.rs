use crate::Outcome;
use crate::args::LabArgs;
use crate::screen::Screen;
use crate::values::Switch;
use flows::Trouble;

pub async fn run(args: LabArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let options = lab::Options {
        matching: args.matching == Switch::On,
        consent_gate: args.consent_gate,
        port: args.port,
        ..lab::Options::default()
    };
    let stopped = tokio::spawn(crate::scan::interrupted());
    let lab = lab::start(options).await.map_err(crate::demo::lab_failed)?;
    screen.say("cli-lab-service", &[("url", lab.start_url())]);
    for resolve in lab.resolve() {
        let facts::Resolve { host, port, to_host, to_port } = resolve;
        screen.line(&format!("--resolve {host}:{port}:{to_host}:{to_port}"));
    }
    screen.printed()?;
    screen.say("cli-lab-control", &[("url", lab.control_url())]);
    let _ = stopped.await;
    lab.stop().await;
    Ok(Outcome::Clean)
}
