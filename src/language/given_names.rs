//! Given names that only men bear, or only women, in the countries where they are common. A name that is in neither list tells
//! nothing: `Andrea` is a man in Rome and a woman in Berlin.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Folded names of men, in the order of the alphabet.
const MEN: &str = "\
    aaron abdallah abdelaziz abdul abdullah abiy abraham adam adil adnan adolf ahmad ahmed ahmet alain alan alassane \
    albert albin aleksandar aleksander aleksandr aleksei aleksey alessandro alexander alexandre alexei alexey alfred \
    ali almazbek alois amir amit anatoli anatoly anders andreas andrei andrej andres andrew andrey andrija andriy \
    andrzej ante anthony antoine anton antonio antony antti anwar arben arkady armen arne arnold artem arthur arturo \
    ashot ashraf asif attila august augusto axel barack bashar bassirou bela ben benedikt benjamin bernard bernd \
    bernhard bernie bidzina bill bjarne bob bogdan bojan bola boris boyko branislav branko brian bronislaw bruno \
    carl carlos charles christian christoph christopher constantin cyril damir dan daniel danilo dario darko david \
    davor dejan denis dennis diego dieter dietmar dimitar dimitri dimitrios dirk dmitri dmitriy dmitry donald \
    douglas dragan dusan edgar edi eduard edward egon emil emilio emmanuel emomali enrique erdogan eric erich erik \
    ernst erwin eugen evgeny evo fadi faisal farid fatos felipe felix ferdinand ferenc fernando filip florian \
    francisco franco francois frank frans franz fred frederick fredrik friedrich fritz fumio gabor gabriel gavin \
    geert geoffrey georg george georges georgi gerald gerd gerhard giannis giorgi giorgio giovanni giuseppe goran \
    graham gregor gregory guido guillaume gunnar gunter gurbanguly gustav gustavo guy gyorgy gyula habib hakainde \
    hamad hamid hans harald harold harry hasan hashim hassan heinrich heinz helmut henri henrik henry herbert \
    hermann hichem horst howard hristo hubert hugo hun hussein ibrahim ignacio igor ilham ilia ilir iljia ilya imran \
    ingo irakli isa isaias islam ismail istvan ivan ivaylo ivica ivo jacek jack jacob jacques jair jakob jakov james \
    janez janos jaroslaw jason javier jeff jeffrey jens jeremy jerome jerzy jim joachim joe joel johan johann \
    johannes john johnny joko jonas jonathan jorg jorge jose josef joseph joshua josip jovan juan julian julius \
    jurgen juri justin kais kamal karapet karel karim karl karol kassym kemal ken kenneth kevin khaled khalid kiril \
    klaus knut konrad konstantin kostas krzysztof kurt kyriakos lars laszlo lech leif leo leon leonard leonid \
    leopold levan lorenz lothar louis luc luca lucas ludwig luigi luis luiz luka lukas lukasz lula lutz lyubomir \
    macky mahathir mahmoud mahmud malcolm manfred manuel marc marcel marco marcos marcus marek mario mark marko \
    markus martin mateusz mathias matteo matthew matthias maurice max maximilian mehmed mehmet michael michail \
    michal michel miguel mihai mihail mikael mike mikhail mikheil milan milorad milos milutin mirko miroslav \
    miroslaw mladen mohamed mohammad mohammed moncef moritz muhammad muhammadu murat mustafa narendra nasser nawaz \
    nayib nebojsa nenad nicholas nick nicolae nicolas niels nigel nikola nikolai nikolaos nikolas nikolay nikos nils \
    norbert nursultan olaf olav ole oleg oleh oleksandr oliver olivier omar orhan oscar oskar osman oswald otto \
    pablo pascal patrick paul pavel pavle pawel pedro petar peter petr petro petros petter phil philip philipp \
    philippe pierre piotr plamen prabowo predrag radek radoslav radoslaw radovan rafael rahul rainer ralf ralph \
    ramon ramush ramzan rashid rasmus ratko raul ray recep reinhard reinhold rene richard rick rob robert roberto \
    rodrigo roger roland rolf roman ron ronald ruben rudolf rumen rupert rustam ryan sadyr salva sandor sebastian \
    serge sergei sergej sergey sergio serhiy serzh shavkat shehbaz shinzo sigmar simon slavko slobodan sofus \
    stanislav stavros stefan stephan stephen steve steven stig stjepan stoyan svein sven tariq tayyip ted terje \
    thabo theo theodor thilo thomas thorsten tibor tihomir tim timo timothy tobias todd todor tom tomas tomasz \
    tomislav tony torsten tristan udo ulf ulrich umberto uwe vaclav vakhtang valentin vasil vasily vasyl victor \
    viktor vincent vincenzo vitali vitaly vladan vladimir vladislav vojislav volker volodymyr vuk walter walther \
    werner wilhelm willem willi william willy winston wladimir wojciech wolfgang xavier yannis yasser yevgeny \
    yitzhak youssef yoweri yuri yuriy yusuf yves zbigniew zdravko zeljko zlatko zoltan zoran zurab zvonimir";

/// Folded names of women.
const WOMEN: &str = "\
    ada adela adelaide agata agnes agnieszka aida aino alba alexandra alice alicia alina alma amalia amanda amina \
    aminata amy ana anastasia angela angelika angelina anita anja ann anna annalena anne annegret anneliese \
    annemarie annette annika antonia antonina ariana astrid atifete audrey awa ayelet ayse barbara beata beate \
    beatrice beatrix benazir benita berta betty bianca biljana birgit bridget brigitte britta camilla carla carmen \
    carol carolina caroline catherine cecilia charlotte christa christiane christina christine clara claudia \
    condoleezza constance cornelia cristina dagmar danica daniela danuta daphne deborah despina diana dilma dina \
    dora doris dorothea dorothy dragana dubravka edda edith ekaterina eleanor elena eleni eleonora elif elisa \
    elisabeth elise elizabeth ella ellen elsa elvira emilia emily emine emma erika erna estelle ester esther eva eve \
    evelyn ewa fatima fatma federica felicia fiona flora florence frances francesca franziska freya frida frieda \
    gabriela galina gerda gertrud ginevra giorgia gisela giulia gloria golda gordana graca grace greta gretchen gro \
    gudrun hana hanan hanna hannah hannelore harriet hatice heather heidi heike helen helena helene helga henriette \
    hilary hilda hilde hildegard hillary hina huda ida ilona ilse imelda ines inga inge ingeborg ingrid ioanna irena \
    irene irina iris isabel isabella isabelle ivana ivanka jacinda jana jane janet jasmina jelena jennifer jenny \
    jessica jill joanna johanna jonna josephine jovana joyce judith julia juliane julie karin karina karla karolina \
    kata katarina katarzyna kate katerina katharina katherine kathleen kathrin katja katrin kersti kerstin ketevan \
    klara kolinda kristalina kristin kristina laila lara laura layla lea leila lena leni lidia lilian liliana lilly \
    lina linda lisa liz ljiljana lotte louise lucia lucy ludmila luise lydia lyudmila madeleine magda magdalena maja \
    majlinda malala mamata manuela mara margaret margarete margarita margot margrethe maria mariana marianne marie \
    marija marijana marina marion marlene marta martha martina mary matilda maud megan megawati melania melanie \
    mette mia michaela michelle mila milena milica mimoza mina mira miriam mirjana monica monika nadia nadja nancy \
    naomi natalia natalie natasa natasha nathalie nevena nicole nikki nina nora nura olga olivia oxana paula pauline \
    pavla petra pia priti rachel radmila rahel raisa rebecca regina renate riikka rita roberta rosa ruth sabine \
    sahra sally salome samantha samia sandra sanna sara sarah sevim sheila shirin sigrid silvia simona slavica sofia \
    sonia sonja sophia sophie stella susan susanna susanne suzana svenja svetlana sylvia tamar tamara tanja tarja \
    tatiana tatjana teresa thea theresa therese tina tove tzipi ursula uta ute valentina valerie vanessa vera verena \
    verica veronica veronika vesna victoria viktoria viola violeta viorica virginia vivian vjosa wanda wilma xenia \
    yael yelena yingluck yulia yvonne zeynep zita zorana zuzana";

/// Whether a folded given name is that of a woman; `None` where it does not say.
#[must_use]
pub fn is_of_woman(folded: &str) -> Option<bool> {
    static NAMES: OnceLock<HashMap<&'static str, bool>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let men = MEN.split_whitespace().map(|name| (name, false));
        men.chain(WOMEN.split_whitespace().map(|name| (name, true))).collect()
    });
    names.get(folded).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_in_both_lists_and_each_is_folded() {
        let men: Vec<&str> = MEN.split_whitespace().collect();
        let women: Vec<&str> = WOMEN.split_whitespace().collect();
        assert!(men.is_sorted() && women.is_sorted());
        assert_eq!(women.iter().find(|name| men.contains(name)), None);
        assert!(men.iter().chain(&women).all(|name| crate::index::fold(name) == **name));
        assert_eq!((is_of_woman("ilse"), is_of_woman("ruben"), is_of_woman("andrea")), (Some(true), Some(false), None));
    }
}
